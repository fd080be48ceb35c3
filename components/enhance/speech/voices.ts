/** What is needed to know of a voice of the browser. */
export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'voiceURI' | 'default'>;

/** Chinese languages by how many readers of the page understand them; Mandarin as the mainland speaks it comes first. */
const ORDER = [/^(zh|cmn)(-hans)?(-cn)?$/, /^(zh|cmn)-(hans-)?sg$/, /^(zh|cmn)/, /^(yue|wuu)/];

/**
 * The Chinese voices, best first: Mandarin before others, and voices of the device before those of a network, which are
 * told what is read.
 */
export function chineseVoices<Own extends Voice>(voices: readonly Own[]): Own[] {
  return voices
    .filter((voice) => rankOf(voice) !== -1)
    .toSorted(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        Number(b.localService) - Number(a.localService) ||
        Number(b.default) - Number(a.default),
    );
}

/** The voice that the reader chose, where it is still there, else the best. */
export function chooseVoice<Own extends Voice>(
  voices: readonly Own[],
  chosen: string | undefined,
): Own | undefined {
  const chinese = chineseVoices(voices);
  return chinese.find(({ voiceURI }) => voiceURI === chosen) ?? chinese[0];
}

/** Cantonese of Hong Kong is called `zh-HK` too; Android writes `zh_CN`. */
function rankOf({ lang }: Voice): number {
  const tag = lang.toLowerCase().replaceAll('_', '-');
  return /^zh-(hant-)?hk$/.test(tag) ? ORDER.length - 1 : ORDER.findIndex((own) => own.test(tag));
}
