import { ISSUE, OTHER_ISSUE, type Rule } from './rule.ts';

/** 产业 in the encoding GBK. */
const NOT_UTF8 = Uint8Array.of(0xb2, 0xfa, 0xd2, 0xb5);

/** Rules for an issue file as a whole (its encoding, name, front matter and size), and for the registries. */
export const fileRules = {
  'encoding-invalid': {
    severity: 'error',
    invalid: { '2025-03-31.md': NOT_UTF8 },
    valid: ISSUE,
  },
  'front-matter-invalid': {
    severity: 'error',
    invalid: `---\nnumber: 一\n---\n\n${ISSUE}`,
    valid: `---\nnumber: 1\n---\n\n${ISSUE}`,
  },
  'date-invalid': {
    severity: 'error',
    invalid: { '2025-02-30.md': ISSUE },
    valid: { '2025-02-28.md': ISSUE },
  },
  'date-mismatch': {
    severity: 'error',
    invalid: `---\ndate: 2025-04-01\n---\n\n${ISSUE}`,
    valid: `---\ndate: 2025-03-31\n---\n\n${ISSUE}`,
  },
  /** Two issues have the same number. */
  'number-duplicate': {
    severity: 'error',
    invalid: {
      '2025-03-24.md': `---\nnumber: 1\n---\n\n${OTHER_ISSUE}`,
      '2025-03-31.md': `---\nnumber: 1\n---\n\n${ISSUE}`,
    },
    valid: {
      '2025-03-24.md': `---\nnumber: 1\n---\n\n${OTHER_ISSUE}`,
      '2025-03-31.md': `---\nnumber: 2\n---\n\n${ISSUE}`,
    },
  },
  /** The number does not follow that of the issue before. */
  'number-gap': {
    severity: 'warning',
    invalid: {
      '2025-03-24.md': `---\nnumber: 1\n---\n\n${OTHER_ISSUE}`,
      '2025-03-31.md': `---\nnumber: 3\n---\n\n${ISSUE}`,
    },
    valid: { '2025-03-24.md': OTHER_ISSUE, '2025-03-31.md': `---\nnumber: 3\n---\n\n${ISSUE}` },
  },
  /** The name looks like that of an issue, but the file is not read as one. */
  'file-ignored': {
    severity: 'warning',
    invalid: { '2025-03-31.md': ISSUE, '2025-04-07.MD': OTHER_ISSUE },
    valid: { '2025-03-31.md': ISSUE, '2025-04-07.png': Uint8Array.of(0) },
  },
  'issue-empty': { severity: 'error', invalid: '', valid: ISSUE },
  /** Markup that would take the Markdown parser minutes, see `prose/excess.ts`. */
  'markup-excessive': {
    severity: 'error',
    invalid: ISSUE.replace('来源', `${'> '.repeat(40)}引文\n\n来源`),
    valid: ISSUE.replace('来源', '> > 引文\n\n来源'),
  },
  'registry-invalid': {
    severity: 'error',
    invalid: { 'topics.yml': '- { id: x, name: 甲, description: 乙 }\n', '2025-03-31.md': ISSUE },
    valid: ISSUE,
  },
  /** A correction in `desk.yml` that changes nothing, such as a name to hide that is not read. */
  'desk-unfit': {
    severity: 'warning',
    invalid: {
      'desk.yml': '- { item: /issues/2025-03-31#n637z3, hide: [某大会] }\n',
      '2025-03-31.md': ISSUE,
    },
    valid: {
      'desk.yml':
        '- item: /issues/2025-03-31#n637z3\n  events: [{ name: 某大会, days: 2025-04-26 }]\n',
      '2025-03-31.md': ISSUE,
    },
  },
  'redirect-invalid': {
    severity: 'error',
    invalid: { 'redirects.yml': '/archive: /about\n', '2025-03-31.md': ISSUE },
    valid: { 'redirects.yml': '/old: /about\n', '2025-03-31.md': ISSUE },
  },
  /** An address that was public leads nowhere: here the title has changed, and so the item's id. */
  'permalink-removed': {
    severity: 'error',
    before: ISSUE,
    invalid: ISSUE.replace('快手发布财报', '快手公布财报'),
    valid: ISSUE.replace('快手发布财报\n', '快手公布财报 {#n637z3}\n'),
  },
} as const satisfies Record<string, Rule>;
