import './enhance/find/results.css';
import { MAX_QUERY } from '#lib/search/query.ts';
import { paths } from '#lib/site/paths.ts';
import type { SearchProps } from '#lib/views/search.ts';
import { Page } from './Page.tsx';
import styles from './SearchPage.module.css';

/** Full-text search: the form, and the element in which a script lists the hits. */
export function SearchPage({ frame, years, months, sections, topics, sources }: SearchProps) {
  return (
    <Page frame={frame}>
      <h1>检索</h1>
      <search aria-label="全文检索">
        <form action={paths.search()} className={styles.form}>
          <label className={styles.query}>
            检索词
            <input type="search" name="q" autoComplete="off" maxLength={MAX_QUERY} />
          </label>
          <button type="submit">检索</button>
          {/* Open where the address has a filter: on a phone the fields would hide the hits. */}
          <details className={styles.filters}>
            <summary>只看某个栏目、主题、来源或月份</summary>
            <div className={styles.form}>
              <Select name="section" label="栏目" choices={sections} />
              <Select name="topic" label="主题" choices={topics} />
              <Select name="source" label="来源" choices={sources} />
              <Select name="month" label="月份" choices={months} />
              <Select
                name="from"
                label="起始年"
                choices={years.map((year) => ({ value: year, label: year }))}
              />
              <Select
                name="to"
                label="截止年"
                choices={years.map((year) => ({ value: year, label: year }))}
              />
            </div>
          </details>
        </form>
      </search>
      <p className={styles.hint}>
        空格表示同时出现，-词
        表示不含。与原文逐字相符的在前，换一个名称、换繁简才相符的在后；“引号”里的只按原样查找。也可以输入期号或日期。
      </p>
      <site-search data-years={years.join(' ')} />
      <noscript>
        <p>
          检索在浏览器里进行，需要启用脚本。也可以到<a href={paths.archive()}>往期目录</a>
          按时间找，或到
          <a href={paths.topics()}>主题索引</a>按主题找。
        </p>
      </noscript>
      <script type="module" src={paths.script('search')} />
    </Page>
  );
}

type SelectProps = {
  name: string;
  label: string;
  choices: readonly { value: string; label: string }[];
};

function Select({ name, label, choices }: SelectProps) {
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">不限</option>
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
