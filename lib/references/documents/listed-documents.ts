import { clauseBefore, sentenceAfter } from '../around.ts';
import type { ReferenceFinder } from '../finder.ts';
import type { DocumentReference } from '../reference.ts';
import { stageAround, stageBeside } from './document-stage.ts';
import { findTitles } from './document-titles.ts';
import { documentType } from './document-type.ts';

/** Before a name: the law of another state is not the listed one. */
const OTHER_STATE = /(?:[美英法德日韩]国|日本|欧盟|欧洲|印度|丹麦|瑞士|台湾|香港|澳门|国际)$/;
/** After a name: 公司法务 and 专利法律 are not laws. */
const OTHER_WORD = /^[务律定人庭院学治规系官医制理典案]/;

/**
 * Finds the documents of `entities.yml` in a text that names them without 《》: 新修订的反不正当竞争法. Documents that are
 * not listed cannot be distinguished from ordinary words.
 */
export const findListedDocuments: ReferenceFinder = (text, { date, findEntities }) => {
  const titles = findTitles(text).filter(({ depth }) => depth === 0);
  let at = 0;
  return findEntities(text).flatMap(({ start, end, entity: { kind, name } }) => {
    while ((titles[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    const isInTitle = (titles[at]?.start ?? Number.POSITIVE_INFINITY) <= start;
    const isOther =
      OTHER_STATE.test(text.slice(Math.max(0, start - 2), start)) ||
      (/法$/.test(name) && OTHER_WORD.test(text.slice(end, end + 1)));
    if (kind !== 'document' || isInTitle || isOther) return [];
    const { stage: own, rest } = stageBeside(sentenceAfter(text, end));
    const stage = stageAround({ before: clauseBefore(text, start), after: rest }, own, date);
    const referent: DocumentReference = { kind: 'document', type: documentType(name), name };
    if (stage !== undefined) referent.stage = stage;
    return [{ start, end, referent }];
  });
};
