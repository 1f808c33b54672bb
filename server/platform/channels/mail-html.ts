import type { Language } from './words.ts';

export interface Letter {
  readonly language: Language;
  readonly title: string;
  readonly greeting: string;
  readonly lines: readonly string[];
  readonly button: { readonly text: string; readonly link: string } | undefined;
  readonly small: readonly string[];
}

const font = "font-family:'Source Sans 3',-apple-system,'Segoe UI',Roboto,Arial,sans-serif";

/**
 * The same house as the screens: calm ground, a white card, one teal button. Nothing is fetched from anywhere,
 * so that opening it tells nobody anything. Tables and inline styles, because mail programs know little else.
 */
export function mailHtml({ language, title, greeting, lines, button, small }: Letter): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>@media (prefers-color-scheme: dark) { .ground { background: #101a1e !important } .card { background: #18252b !important; border-color: #2c3d45 !important } .ink { color: #eef2f3 !important } .soft { color: #b3c2c9 !important } .button { background: #8fd0dc !important } .button a { color: #06262d !important } }</style>
</head>
<body class="ground" style="margin:0;background:#f7f5f1">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:#f7f5f1">
<tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td class="ink" style="${font};padding:0 4px 16px;font-size:18px;font-weight:700;color:#073b45">Rugdekking</td></tr>
<tr><td class="card" style="background:#ffffff;border:1px solid #e4dfd6;border-radius:12px;padding:28px">
<h1 class="ink" style="${font};margin:0 0 16px;font-size:22px;line-height:1.25;color:#16252c">${escaped(title)}</h1>
${[greeting, ...lines].map(paragraph).join('\n')}${button === undefined ? '' : buttonHtml(button.text, button.link)}
</td></tr>
<tr><td style="padding:16px 4px">
${small.map((line) => `<p class="soft" style="${font};margin:0 0 4px;font-size:14px;line-height:1.5;color:#51626b">${escaped(line)}</p>`).join('\n')}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function paragraph(line: string): string {
  return `<p class="ink" style="${font};margin:0 0 12px;font-size:17px;line-height:1.5;color:#16252c">${escaped(line)}</p>`;
}

function buttonHtml(text: string, link: string): string {
  return `
<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0 0"><tr>
<td class="button" style="border-radius:10px;background:#0b5563"><a href="${escaped(link)}" style="${font};display:inline-block;padding:14px 22px;font-size:17px;font-weight:600;color:#ffffff;text-decoration:none">${escaped(text)}</a></td>
</tr></table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
