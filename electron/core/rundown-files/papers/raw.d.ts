/** The text of a file, put into the bundle (Vite). */
declare module '*.cjs?raw' {
  const text: string;
  export default text;
}
