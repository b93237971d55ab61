/** An article as Markdown (CommonMark, tables as in GFM), for the command line. */
import { JSDOM } from 'jsdom';

const escape = (text) => text.replace(/[\\`*_[\]<>#]/g, '\\$&');

export function markdownOf({ title, url, authors, published, html }) {
  const body = new JSDOM(html).window.document.body;
  const about = [authors.join(', '), published, url].filter(Boolean).join(' · ');
  return `# ${escape(title)}\n\n${escape(about)}\n\n${blocks(body).trim()}\n`.replace(/\n{3,}/g, '\n\n');
}

function blocks(parent) {
  let out = '';
  for (const node of parent.childNodes) out += node.nodeType === 3 ? escape(node.nodeValue.replace(/\s+/g, ' ')) : node.nodeType === 1 ? block(node) : '';
  return out;
}

function block(node) {
  const name = node.localName;
  if (/^h[1-6]$/.test(name)) return `\n\n${'#'.repeat(Number(name[1]))} ${blocks(node).trim()}\n\n`;
  switch (name) {
    case 'p': case 'figcaption': case 'div': case 'section': case 'figure': case 'details': case 'summary': case 'dt': return `\n\n${blocks(node).trim()}\n\n`;
    case 'dd': return `\n\n: ${blocks(node).trim()}\n\n`;
    case 'br': return '  \n';
    case 'hr': return '\n\n---\n\n';
    case 'b': case 'strong': return wrap('**', node);
    case 'i': case 'em': return wrap('*', node);
    case 'code': return `\`${node.textContent}\``;
    case 'pre': return `\n\n\`\`\`\n${node.textContent.replace(/\n$/, '')}\n\`\`\`\n\n`;
    case 'a': return node.hasAttribute('href') ? `[${blocks(node).trim()}](${node.getAttribute('href')})` : blocks(node);
    case 'img': return `![${escape(node.getAttribute('alt') ?? '')}](${node.getAttribute('src') ?? ''})`;
    case 'blockquote': return `\n\n${blocks(node).trim().split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
    case 'ul': case 'ol': return `\n\n${[...node.children].map((item, n) => `${name === 'ol' ? `${n + 1}.` : '-'} ${blocks(item).trim().replaceAll('\n', '\n  ')}`).join('\n')}\n\n`;
    case 'table': return `\n\n${table(node)}\n\n`;
    default: return blocks(node);
  }
}

function wrap(mark, node) {
  const inner = blocks(node);
  return inner.trim() ? inner.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`) : inner;
}

function table(node) {
  const rows = [...node.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => blocks(cell).trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const line = (cells) => `| ${Array.from({ length: width }, (_, n) => cells[n] ?? '').join(' | ')} |`;
  return [line(rows[0] ?? []), `|${' --- |'.repeat(width)}`, ...rows.slice(1).map(line)].join('\n');
}
