import { paths } from '#lib/site/paths.ts';
import type { WechatProps } from '#lib/views/wechat.ts';
import { Page } from './Page.tsx';
import styles from './WechatEdition.module.css';

const number = new Intl.NumberFormat('zh-CN');

/** 公众号版: title, digest, pictures to upload, and the article. An editor copies each into its field there. */
export function WechatEdition({ frame, issue, unpublished, edition, limits }: WechatProps) {
  const { title, digest, count, html, pictures } = edition;
  const excess = count - limits.article;
  return (
    <Page frame={frame}>
      <h1>公众号版</h1>
      <p>
        {unpublished === undefined ? null : <strong className="new">{unpublished}</strong>}
        <a href={paths.issue(issue.date)}>{issue.title}</a>
        ：复制下面各项，粘贴到公众号后台“新的创作 → 文章”的相应位置。
      </p>
      <dl className={styles.fields}>
        <dt>标题</dt>
        <dd>
          <p id="title">{title}</p>
          <p className={styles.note}>
            {title.length}字，最多{limits.title}字 <copy-button of="title" />
          </p>
        </dd>
        <dt>摘要</dt>
        <dd>
          <p id="digest">{digest}</p>
          <p className={styles.note}>
            {digest.length}字，最多{limits.digest}字 <copy-button of="digest" />
          </p>
        </dd>
        <dt>正文</dt>
        <dd>
          <p className={excess > 0 ? styles.fault : undefined}>
            {excess > 0
              ? `太长：连同格式标记共${number.format(count)}字符，公众号要求少于${number.format(limits.article + 1)}，至少要删去${number.format(excess)}字符；可以减去几条，或分成两篇。`
              : `连同格式标记共${number.format(count)}字符，公众号要求少于${number.format(limits.article + 1)}。`}
          </p>
          {pictures.length === 0 ? (
            <p className={styles.note}>正文里没有图片。</p>
          ) : (
            <>
              <p>
                正文里有{pictures.length}
                幅图片要上传：粘贴后逐一换成在公众号后台上传的，并删去图后括号里的提示。
              </p>
              <ol className={styles.pictures}>
                {pictures.map(({ address, alt }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: one picture may stand in two places
                  <li key={index}>
                    <a href={address} download>
                      {alt === '' ? address : alt}
                    </a>
                  </li>
                ))}
              </ol>
            </>
          )}
          <p className={styles.note}>
            <copy-button of="article" rich="" />
            <noscript>没有脚本时，选中线内的正文复制即可。</noscript>
          </p>
        </dd>
      </dl>
      <Article html={html} />
      <script type="module" src={paths.script('copy')} />
    </Page>
  );
}

function Article({ html }: { html: string }) {
  const markup = { __html: html };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it consists of sanitized HTML and escaped text
  return <div id="article" className={styles.article} dangerouslySetInnerHTML={markup} />;
}
