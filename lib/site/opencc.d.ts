// The package has no types for its tables. Each is a text: 萬 万|與 与|…
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
