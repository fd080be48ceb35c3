import type { Element } from 'xast';
import { x } from 'xastscript';
import type { EmbeddedPicture } from '../pictures.ts';

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The longest fragment of an address that Word accepts as an anchor, in characters. */
const LONGEST_ANCHOR = 255;

/** The links and pictures of a document. Its text refers to them by ids (ECMA-376-2, 8.5). */
export class Relations {
  readonly #ids = new Map<string, string>();
  readonly #elements: Element[] = [];

  /** The attributes of a link. Word has the fragment of the address in an attribute of its own. */
  link(address: string): Record<string, string> {
    const [page = '', ...rest] = address.split('#');
    const anchor = rest.join('#');
    const isShort = anchor !== '' && anchor.length <= LONGEST_ANCHOR;
    const id = this.#idOf('hyperlink', isShort ? page : address, { TargetMode: 'External' });
    return { ...(isShort ? { 'w:anchor': anchor } : {}), 'w:history': '1', 'r:id': id };
  }

  /** The id of an address that a picture links to. */
  target(address: string): string {
    return this.#idOf('hyperlink', address, { TargetMode: 'External' });
  }

  /** The id of a picture of the document. */
  picture({ name }: EmbeddedPicture): string {
    return this.#idOf('image', `media/${name}`);
  }

  get elements(): Element[] {
    return this.#elements;
  }

  #idOf(type: 'hyperlink' | 'image', target: string, mode: Record<string, string> = {}): string {
    const known = this.#ids.get(target);
    if (known !== undefined) return known;
    const id = `own${this.#ids.size + 1}`;
    this.#ids.set(target, id);
    const attributes = { Id: id, Type: `${TYPES}/${type}`, Target: target, ...mode };
    this.#elements.push(x('Relationship', attributes));
    return id;
  }
}
