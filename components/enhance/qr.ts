import { generate } from 'lean-qr';
import { toSvg } from 'lean-qr/extras/svg';

/** Draws an address as a QR code (ISO/IEC 18004), for a phone that reads it from the screen. */
export function drawCode(address: string): SVGElement {
  const code = toSvg(generate(address), document, { on: 'currentColor', off: 'none' });
  code.setAttribute('role', 'img');
  code.setAttribute('aria-label', `二维码：${address}`);
  return code;
}
