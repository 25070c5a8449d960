/** The text of a script, bundled as it is. */
declare module '*.mjs?raw' {
  const text: string;
  export default text;
}
