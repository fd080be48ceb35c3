// The package has no types for its tables. This one is a text: 萬 万|與 与|…
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
