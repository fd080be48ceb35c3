/** What a page shows besides its article, which may differ from one request to the next. */
export type Surroundings = { advert: string; comments: number; related: string[]; today: string };

export type PageParts = {
  headline: string;
  paragraphs: string[];
  row: [string, string];
  around: Surroundings;
};

export type Shape = (page: PageParts) => string;

const list = (titles: readonly string[]) =>
  titles.map((title, index) => `<li><a href="/n/${index}">${title}</a></li>`).join('');

/** Pages in the shapes of real publishers. */
export const shapes: Record<string, Shape> = {
  portal: ({ headline, paragraphs, row, around }) =>
    `<!doctype html><html><head><title>${headline}_某某新闻网</title></head><body><div class="nav"><a href="/">首页</a> ${around.today}</div>
<div class="main-content w1240"><h1 class="main-title">${headline}</h1><div class="date-source"><span class="date">2025年07月03日 09:12</span> 参与评论：${around.comments}人</div>
<div class="article" id="artibody">${paragraphs.map((text) => `<p>　　${text}</p>`).join(`\n<div class="ad">${around.advert}</div>\n`)}
<table><tr><td>${row[0]}</td><td>${row[1]}</td></tr></table><p class="show_author">责任编辑：某某 </p></div>
<div class="hot-list"><h3>热点</h3><ul>${list(around.related)}</ul></div></div><div class="footer">版权所有</div></body></html>`,
  semantic: ({ headline, paragraphs, row, around }) =>
    `<html><head><meta property="og:title" content="${headline}"><title>${headline} - 某报</title></head><body><header>${around.today}</header><main><article><header><h1>${headline}</h1><p>${around.comments} 条评论 · 阅读 ${around.comments * 37}</p></header>
${paragraphs.map((text) => `<p>${text}</p>`).join('')}<ul><li>${row[0]}：${row[1]}</li></ul><aside>${around.advert}</aside></article><section class="related-posts">${around.related.map((text) => `<p>${text}的报道，点此阅读全文。</p>`).join('')}</section></main></body></html>`,
  old: ({ headline, paragraphs, row, around }) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${headline}</title></head><body><table width=960><tr><td>${around.today}</td></tr><tr><td><center><b><font size=5>${headline}</font></b></center><br><font id="zoom">${paragraphs.map((text) => `　　${text}`).join('<br><br>\n')}<br>${row[0]}：${row[1]}<br></font></td><td id="ad_right">${around.advert}</td></tr><tr><td>【相关文章】<br>${around.related.map((text) => `<a href=a.html>·${text}</a>`).join('<br>')}<br>已有${around.comments}人评论</td></tr></table></body></html>`,
  app: ({ headline, paragraphs, row, around }) =>
    `<html><head><title>${headline}</title></head><body><div id="root"><div class="css-1x8q"><h1 class="css-2b">${headline}</h1><div class="css-77"><span>${around.comments}阅读</span></div><div class="css-9z">${paragraphs.map((text) => `<div class="css-p1"><span>${text}</span></div>`).join('')}<div class="css-p2"><span>${row[0]}</span><b>${row[1]}</b></div><ins>${around.advert}</ins><p>点击下载客户端，阅读更多精彩内容。</p></div><div class="css-r recommend-list">${around.related.map((text) => `<div><a href="#">${text}</a><span>${around.comments}评论</span></div>`).join('')}</div></div></div><script>var t="${around.today}"</script></body></html>`,
  account: ({ headline, paragraphs, row, around }) =>
    `<html><head><meta property="og:title" content="${headline}"><title></title></head><body id="activity"><div id="img-content"><h1 id="activity-name">${headline}</h1><div id="meta_content"><em>${around.today}</em></div><div id="js_content"><section><section><p>${paragraphs.join('</p><p><br></p><p>')}</p></section></section><section><p><strong>${row[0]}</strong>${row[1]}</p></section><p>【广告】${around.advert}</p><p>欢迎关注某某公众号，更多消息早知道。</p></div></div><div class="rich_media_tool">阅读 ${around.comments}</div><div id="relate">${list(around.related)}</div></body></html>`,
};
