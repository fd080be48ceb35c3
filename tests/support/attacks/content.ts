import { addDays, type IsoDate } from '#lib/site/dates.ts';
import { registryTexts } from '#tests/support/registries.ts';
import { FOREIGN } from './attack.ts';
import { places } from './places.ts';
import { attacks } from './strings.ts';

const FIRST: IsoDate = '2024-01-01';
const FRONT: IsoDate = '2023-01-01';
const SITE = '</title><script>alert(1)</script><svg onload=alert(1)>';

/** Pictures may be another site's: those of the foreign host would be asked for, as any reader's would. */
const isAskedFor = (place: string, text: string) =>
  place.includes('picture') && text.includes(FOREIGN);

/** Of the attacks each fourth stands where Markdown makes no element or attribute of its own. */
const EACH = 4;
/** Each item has a page of its own, and its title stands in the head of that. */
const TITLES = 'a title';

/**
 * The issues of attacks in the text, one a place; most have errors, with which nothing is printed. All stand in the
 * titles, and in the places where Markdown makes something of them, and each in some of the others: `hostile-content.test.ts` looks at the
 * HTML of every one in every place.
 */
const ofPlaces = places
  .filter(({ write }) => !write('甲').startsWith('---'))
  .map(({ name, write, shapes }, index) => {
    const items = attacks.filter(
      ({ text }, at) =>
        (shapes || name === TITLES || at % EACH === index % EACH) && !isAskedFor(name, text),
    );
    const parts = items.map(({ text }, at) => write(text).replace('### 标题', `### 标题${at}`));
    return { name, date: addDays(FIRST, index), text: parts.join('\n') };
  });

/** An issue for each attack, which stands in its front matter. */
const ofFront = attacks.map(({ text }, index) => {
  const quoted = JSON.stringify(text);
  const front = `title: ${quoted}\nsummary: ${quoted}\neditor: ${quoted}`;
  const body = `## 产业要闻\n\n### 第${index}条\n\n正文。\n\n来源：证券日报\n`;
  return { date: addDays(FRONT, index), text: `---\n${front}\n---\n\n${body}` };
});

/** The issues whose items have their pages printed and looked at. */
export const daysOfItems = ofPlaces.flatMap(({ name, date }) => (name === TITLES ? [date] : []));
export const daysOfPlaces = ofPlaces.map(({ date }) => date);
export const daysOfFront = ofFront.map(({ date }) => date);
/** The issues whose editions that are pages, the mail and the article for 公众号, are printed and looked at. */
export const daysOfEditions: readonly IsoDate[] = [
  ...daysOfPlaces.filter((_, index) => index % 5 === 0),
  ...daysOfFront.slice(0, 3),
];

/** A content folder full of attacks, in the registries too: file names and texts. */
export const hostileFiles: Record<string, string> = {
  ...registryTexts,
  'site.yml': registryTexts['site.yml']
    .replace('试刊', JSON.stringify(SITE))
    .replace('测试用的刊物', JSON.stringify(SITE))
    .replace('转载请注明来源。', JSON.stringify(SITE)),
  'topics.yml': `- { id: ai, name: ${JSON.stringify(SITE)}, description: ${JSON.stringify(SITE)}, terms: [正文] }\n`,
  'sources.yml': `- { name: ${JSON.stringify(SITE.slice(0, 55))} }\n- { name: 证券日报, url: "https://example.com/\\"onclick=alert(1)" }\n`,
  ...Object.fromEntries(
    [...ofPlaces, ...ofFront].map(({ date, text }) => [`issues/${date}.md`, text]),
  ),
};
