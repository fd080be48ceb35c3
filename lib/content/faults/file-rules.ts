import { GOOD, GOOD_TOO, type Rule } from './rule.ts';

/** 产业 as GBK has it. */
const GBK = Uint8Array.of(0xb2, 0xfa, 0xd2, 0xb5);

/** What may be amiss with a file as a whole: its encoding, name, front matter, size; and with the registries. */
export const fileRules = {
  'encoding-invalid': {
    severity: 'error',
    breaks: { '2025-03-31.md': GBK },
    keeps: GOOD,
  },
  'front-matter-invalid': {
    severity: 'error',
    breaks: `---\nnumber: 一\n---\n\n${GOOD}`,
    keeps: `---\nnumber: 1\n---\n\n${GOOD}`,
  },
  'date-invalid': {
    severity: 'error',
    breaks: { '2025-02-30.md': GOOD },
    keeps: { '2025-02-28.md': GOOD },
  },
  'date-mismatch': {
    severity: 'error',
    breaks: `---\ndate: 2025-04-01\n---\n\n${GOOD}`,
    keeps: `---\ndate: 2025-03-31\n---\n\n${GOOD}`,
  },
  'number-duplicate': {
    severity: 'error',
    breaks: {
      '2025-03-24.md': `---\nnumber: 1\n---\n\n${GOOD_TOO}`,
      '2025-03-31.md': `---\nnumber: 1\n---\n\n${GOOD}`,
    },
    keeps: {
      '2025-03-24.md': `---\nnumber: 1\n---\n\n${GOOD_TOO}`,
      '2025-03-31.md': `---\nnumber: 2\n---\n\n${GOOD}`,
    },
  },
  'number-gap': {
    severity: 'warning',
    breaks: {
      '2025-03-24.md': `---\nnumber: 1\n---\n\n${GOOD_TOO}`,
      '2025-03-31.md': `---\nnumber: 3\n---\n\n${GOOD}`,
    },
    keeps: { '2025-03-24.md': GOOD_TOO, '2025-03-31.md': `---\nnumber: 3\n---\n\n${GOOD}` },
  },
  'file-ignored': {
    severity: 'warning',
    breaks: { '2025-03-31.md': GOOD, '2025-04-07.MD': GOOD_TOO },
    keeps: { '2025-03-31.md': GOOD, '2025-04-07.png': Uint8Array.of(0) },
  },
  'issue-empty': { severity: 'error', breaks: '', keeps: GOOD },
  'markup-excessive': {
    severity: 'error',
    breaks: GOOD.replace('来源', `${'> '.repeat(40)}引文\n\n来源`),
    keeps: GOOD.replace('来源', '> > 引文\n\n来源'),
  },
  'registry-invalid': {
    severity: 'error',
    breaks: { 'topics.yml': '- { id: x, name: 甲, description: 乙 }\n', '2025-03-31.md': GOOD },
    keeps: GOOD,
  },
  'redirect-invalid': {
    severity: 'error',
    breaks: { 'redirects.yml': '/archive: /about\n', '2025-03-31.md': GOOD },
    keeps: { 'redirects.yml': '/old: /about\n', '2025-03-31.md': GOOD },
  },
  'permalink-removed': {
    severity: 'error',
    before: GOOD,
    breaks: GOOD.replace('快手发布财报', '快手公布财报'),
    keeps: GOOD.replace('快手发布财报\n', '快手公布财报 {#n637z3}\n'),
  },
} as const satisfies Record<string, Rule>;
