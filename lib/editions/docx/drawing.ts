import type { Element } from 'xast';
import { x } from 'xastscript';
import type { EmbeddedPicture } from '../pictures.ts';
import { runOf } from './markup.ts';

/** The width that a page leaves to its text, in pixels of 1/96 inch: A4 less two margins of 2.54 cm. */
const WIDEST = 600;
/** How many English Metric Units, in which drawings are measured, a pixel of 1/96 inch has. */
const EMU = 9525;

const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

/**
 * A picture in the line of the text (ECMA-376, 20.4.2.8).
 * @param number the number of the drawing in the document, from 1
 * @param id the id of the picture among the document's relations; `link` is the id of the address that it links to
 */
export function drawing(
  picture: EmbeddedPicture,
  number: number,
  id: string,
  { alt, title, link }: { alt: string; title: string; link?: string | undefined },
): Element {
  const { width, height, name } = picture;
  const scale = Math.min(1, WIDEST / width);
  const size = (pixels: number) => Math.max(1, Math.round(pixels * scale)) * EMU;
  const extent = { cx: size(width), cy: size(height) };
  const graphic = x('pic:pic', { 'xmlns:pic': PICTURE }, [
    x('pic:nvPicPr', {}, [
      x('pic:cNvPr', { id: number, name, descr: alt }),
      x('pic:cNvPicPr', {}, [x('a:picLocks', { noChangeAspect: 1, noChangeArrowheads: 1 })]),
    ]),
    x('pic:blipFill', {}, [x('a:blip', { 'r:embed': id }), x('a:stretch', {}, [x('a:fillRect')])]),
    x('pic:spPr', {}, [
      x('a:xfrm', {}, [x('a:off', { x: 0, y: 0 }), x('a:ext', extent)]),
      x('a:prstGeom', { prst: 'rect' }, [x('a:avLst')]),
    ]),
  ]);
  const inline = x('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
    x('wp:extent', extent),
    x(
      'wp:docPr',
      { id: number, name, descr: alt, title: title === '' ? alt : title },
      link === undefined ? [] : [x('a:hlinkClick', { 'xmlns:a': MAIN, 'r:id': link })],
    ),
    x('wp:cNvGraphicFramePr', {}, [
      x('a:graphicFrameLocks', { 'xmlns:a': MAIN, noChangeAspect: 1 }),
    ]),
    x('a:graphic', { 'xmlns:a': MAIN }, [x('a:graphicData', { uri: PICTURE }, [graphic])]),
  ]);
  return runOf([x('w:drawing', {}, [inline])]);
}
