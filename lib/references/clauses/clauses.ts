/**
 * A clause of an item: what stands between two commas. Offsets are UTF-16 units in the title or the text, the mark at
 * the end excluded. In `masked`, which is as long as `text`, each character inside 《》, “” and （） is `□`: the words of
 * a name are no verbs of the clause.
 */
export type Clause = {
  part: 'title' | 'text';
  start: number;
  end: number;
  text: string;
  masked: string;
};

/** A sentence of a title or a text, as its clauses. `masked` is as in them. */
export type Sentence = {
  part: 'title' | 'text';
  start: number;
  end: number;
  masked: string;
  clauses: Clause[];
};

/** What a name, a quotation or a remark in brackets is replaced by. */
const MASK = '□';

const OPEN: Readonly<Record<string, string>> = { '《': '》', '“': '”', '（': '）', '(': ')' };
/** A longer text in brackets means that the two do not belong together. */
const LONGEST = 200;

const MARKS = /[《》“”（）()\n]/g;

/** A text whose names, quotations and brackets are masked, the marks themselves included. Offsets stay the same. */
export function mask(text: string): string {
  let masked = '';
  let copied = 0;
  let open = '';
  let close = '';
  let from = 0;
  let depth = 0;
  // From mark to mark: most characters are none, and this is called for each title and text.
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (close !== '' && (mark === '\n' || index - from > LONGEST)) {
      close = '';
      if (mark === '\n') continue;
    }
    if (close === '') {
      const mate = OPEN[mark];
      if (mate !== undefined) [open, close, from, depth] = [mark, mate, index, 1];
    } else if (mark === open) depth += 1;
    else if (mark === close) {
      depth -= 1;
      if (depth > 0) continue;
      masked += text.slice(copied, from) + MASK.repeat(index + 1 - from);
      copied = index + 1;
      close = '';
    }
  }
  return copied === 0 ? text : masked + text.slice(copied);
}

/** A clause that only says when, 9月8日上午， or where, belongs to the clause after it. */
const ONLY_TIME =
  /^(?:自|从)?(?:当地时间|北京时间|今年|去年|明年|次年|翌年|上月|本月|下月|随后|同日|当日|当天|近日|日前|目前|此前|其中)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:□{2,8})?(?:上午|下午|晚间?|凌晨|当天|前后|初|底|末)?(?:\d{1,2}[时点](?:\d{1,2}分|半|整)?|\d{1,2}:\d{2})?起?$/;

/** The sentences of a title or a text, in order. */
export function sentencesOf(part: 'title' | 'text', text: string): Sentence[] {
  const masked = mask(text);
  const sentences: Sentence[] = [];
  const ends = part === 'title' ? TITLE_ENDS : ENDS;
  for (const { start, end } of pieces(masked, ends, 0).flatMap(shortEnough)) {
    const clauses: Clause[] = [];
    let from: number | undefined;
    for (const piece of pieces(masked.slice(start, end), COMMAS, start)) {
      from ??= piece.start;
      const own = masked.slice(piece.start, piece.end);
      if (piece.end < end && ONLY_TIME.test(own)) continue;
      clauses.push({
        part,
        start: from,
        end: piece.end,
        text: text.slice(from, piece.end),
        masked: masked.slice(from, piece.end),
      });
      from = undefined;
    }
    if (clauses.length > 0)
      sentences.push({ part, start, end, masked: masked.slice(start, end), clauses });
  }
  return sentences;
}

/** How long a sentence may be, in UTF-16 units. A longer one is a list; it is read in parts, so that reading stays linear. */
const LONGEST_SENTENCE = 400;

function shortEnough({
  start,
  end,
}: {
  start: number;
  end: number;
}): { start: number; end: number }[] {
  const count = Math.max(1, Math.ceil((end - start) / LONGEST_SENTENCE));
  return Array.from({ length: count }, (_, part) => ({
    start: start + part * LONGEST_SENTENCE,
    end: Math.min(end, start + (part + 1) * LONGEST_SENTENCE),
  }));
}

const ENDS = /[。！？；\n]/g;
/** A blank between Chinese words separates the two halves of a headline. */
const TITLE_ENDS = /[。！？；\n]|(?<=[\p{Script=Han}□])[ \u3000](?=[\p{Script=Han}□\d])/gu;
const COMMAS = /[，：]/g;

/** What stands between the marks, with offsets from `base` on; nothing for two marks side by side. */
function pieces(text: string, marks: RegExp, base: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index } of text.matchAll(marks)) {
    if (index > start) found.push({ start: base + start, end: base + index });
    start = index + 1;
  }
  if (text.length > start) found.push({ start: base + start, end: base + text.length });
  return found;
}
