import type { Archive } from '#lib/content/archive.ts';
import { type Act, actsOf } from '#lib/desk/lists/acts.ts';
import { eventsOfActs } from '#lib/desk/lists/own-events.ts';
import { actSteps, actTypes } from '#lib/desk/words.ts';
import { paths } from '#lib/site/paths.ts';
import { actFeed } from '#lib/syndication/feeds.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { isPeriod } from './desk.ts';
import { entriesShown, type NewestItems, newestItems } from './desk-items.ts';
import { type QuotedStep, quotedStep } from './desk-steps.ts';
import { type PageProps, pageProps } from './frame.ts';
import { type LawsProps, lawsPage } from './laws.ts';

/** One act: its steps, the items that tell them, and those that only mention it. */
export type LawProps = PageProps & {
  name: string;
  /** 中国 法律, 欧盟 法规与规章. */
  kind: string;
  stage: string;
  steps: QuotedStep[];
  items: NewestItems;
  mentions: NewestItems;
  /** The address of its feed, in Atom. */
  feed: string;
  /** The address of its calendar; `undefined` where it has no days. */
  calendar: string | undefined;
};

/** The page at `/laws/…`: the acts of a year or a month, or one act. */
export function lawOrPeriodPage(
  archive: Archive,
  { id }: { id: string },
): LawsProps | LawProps | undefined {
  if (isPeriod(id)) return lawsPage(archive, { year: id });
  const act = actsOf(archive).byId.get(id);
  return act && lawPage(archive, act);
}

function lawPage(archive: Archive, act: Act): LawProps {
  const { id, name, type, state, stage, steps, entries, mentions } = act;
  const path = paths.law(id);
  const kind = [state, actTypes[type]].filter(Boolean).join(' ');
  const description = `${name}的经过（${actSteps[stage]}）：${archive.site.name}的有关报道${entries.length}条，另有${mentions.length}条提到。`;
  const feed = actFeed(archive, act);
  const [items, mentioned] = [newestItems(entries), newestItems(mentions)];
  const listed = [...entriesShown(entries), ...entriesShown(mentions)];
  const parents = [{ name: '法规', path: paths.laws() }];
  return {
    ...pageProps(archive, {
      title: `${name} · 法规`,
      description,
      path,
      feed,
      data: itemsData(archive, { name, description, path, parents }, listed),
    }),
    name,
    kind,
    stage: actSteps[stage],
    steps: steps.map((step) => quotedStep(step, actSteps)),
    items,
    mentions: mentioned,
    feed: feed.path('atom'),
    calendar: eventsOfActs(archive).has(id) ? paths.lawCalendar(id) : undefined,
  };
}
