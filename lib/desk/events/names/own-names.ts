/** A name and where it stands in its clause, as a `Candidate`. */
type OwnName = { name: string; head: string; start: number; end: number };

/** The name of a campaign with its year: “护苗2026”, “剑网·短剧2026”. */
const WITH_YEAR = /“[\p{Script=Han}·]{2,12}20\d{2}”/gu;
/** What is held for a campaign is not the campaign: “剑网2026”专项行动推进会. */
const MEETING =
  /^(?:专项)?(?:行动|整治|治理|工作|执法)?(?:推进|动员|总结|调度|工作|座谈|通气|新闻发布|发布|表彰|培训|电视电话|视频|联席|协调)会|^(?:专项)?(?:行动|工作)?(?:办公室|成果|战果|典型|情况|成效|案例)/u;

/** What a campaign is called: 行动名称为“护苗·教辅2026”, 整治代号“清源”. */
const CALLED =
  /(行动|整治|治理|清查|检查|执法)[^，“]{0,4}(?:代号|名称|命名|取名|定名|名)(?:为|叫做?|是|：)?(“[^“”]{2,20}”)/gu;
/** 代号“潘多拉”的欧洲刑警组织行动. */
const CODED = /代号(?:为|叫)?(“[^“”]{2,20}”)的[^，]{0,14}?(行动|整治|治理)/gu;
/** A gathering with an English name: London Book Fair 2026. */
const ENGLISH =
  /(?:[A-Z][A-Za-z&’-]{0,20} ){1,6}(?:Fair|Conference|Summit|Forum|Expo|Festival|Convention|Symposium|Congress|Week|Workshop|Meeting|Assembly)(?: 20\d{2})?(?![A-Za-z ])/gu;

/** Finds names of events that do not end in a word such as 论坛 or 行动: names in quotation marks or in English. */
export function ownNamesIn(text: string, masked: string): OwnName[] {
  const found: OwnName[] = [];
  if (text.includes('“')) {
    for (const { 0: whole, 1: noun = '', 2: quoted = '', index } of text.matchAll(CALLED))
      found.push({
        name: `${quoted}${noun}`,
        head: noun,
        start: index + whole.length - quoted.length,
        end: index + whole.length,
      });
    for (const { 0: whole, 1: quoted = '', 2: noun = '', index } of text.matchAll(CODED))
      found.push({ name: `${quoted}${noun}`, head: noun, start: index, end: index + whole.length });
    for (const { 0: quoted, index } of text.matchAll(WITH_YEAR))
      if (
        found.every(({ start }) => start !== index) &&
        !MEETING.test(text.slice(index + quoted.length, index + quoted.length + 16))
      )
        found.push({
          name: quoted.slice(1, -1),
          head: '',
          start: index,
          end: index + quoted.length,
        });
  }
  if (/[rtmoln] 20\d\d|[a-z] [FCSEWMA][a-z]{3}/u.test(masked))
    for (const { 0: name, index } of masked.matchAll(ENGLISH))
      found.push({ name, head: 'English', start: index, end: index + name.length });
  return found;
}
