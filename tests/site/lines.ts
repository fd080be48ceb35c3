import type { Locator } from 'playwright/test';

/** A line of text as it is shown. `stretch` is 1 where it is not justified. */
export type Line = { text: string; stretch: number };

/**
 * The lines of some elements, each with how much it is stretched: the widest step from one character to the next,
 * as part of the step between the same two where the text is not justified.
 */
export function linesOf(elements: Locator): Promise<Line[][]> {
  return elements.evaluateAll((all) => {
    type Step = { char: string; left: number; top: number; height: number };
    const stepsOf = (element: Element): Step[] => {
      const steps: Step[] = [];
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const text = node.textContent ?? '';
        for (let at = 0; at < text.length; at += 1) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const [box] = range.getClientRects();
          if (box === undefined) continue;
          steps.push({ char: text.charAt(at), left: box.left, top: box.top, height: box.height });
        }
      }
      return steps;
    };
    const shown = all.map(stepsOf);
    const start = new CSSStyleSheet();
    start.replaceSync('* { text-align: start !important }');
    document.adoptedStyleSheets.push(start);
    const unjustified = all.map(stepsOf);
    document.adoptedStyleSheets.pop();
    return shown.map((steps, element) => {
      const lines: Line[] = [];
      let line: Line = { text: '', stretch: 0 };
      for (const [at, step] of steps.entries()) {
        const before = steps[at - 1];
        const plain = unjustified[element]?.[at];
        const plainBefore = unjustified[element]?.[at - 1];
        if (before === undefined || step.top > before.top + before.height / 2) {
          line = { text: '', stretch: 1 };
          lines.push(line);
        } else if (plain !== undefined && plainBefore !== undefined) {
          const natural = plain.left - plainBefore.left;
          if (natural > 0)
            line.stretch = Math.max(line.stretch, (step.left - before.left) / natural);
        }
        line.text += step.char;
      }
      return lines;
    });
  });
}
