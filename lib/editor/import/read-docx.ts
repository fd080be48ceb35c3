import { Failure } from '#lib/site/failure.ts';

/** Word's styles that mean something, besides `heading 1` to `heading 6`, which mammoth knows. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "r[style-name='Emphasis'] => em",
  "r[style-name='HTML Code'] => code",
];

/**
 * The HTML of a Word document: its text, headings, bold, lists, tables, links and pictures (as `data:`
 * addresses). What was deleted under track changes is gone, and comments are not part of the text.
 * @throws Failure for a zip file that is no Word document or is damaged
 */
export async function readDocx(bytes: Buffer, name: string): Promise<string> {
  // Loaded here alone: it takes a tenth of a second, which other inputs need not wait for.
  const { default: mammoth } = await import('mammoth');
  try {
    const options = { styleMap: STYLES, includeEmbeddedStyleMap: false };
    return (await mammoth.convertToHtml({ buffer: bytes }, options)).value;
  } catch (error) {
    // The library throws plain errors of several kinds, all of which say that this file is not whole.
    const reason = error instanceof Error ? error.message.split(/[\n.:]/)[0] : String(error);
    throw new Failure(
      `${name} is damaged or no Word document (${reason}): open it in Word or WPS and save it as .docx again.`,
      2,
    );
  }
}
