/// <reference types="vite/client" />

/** Made by `scripts/lib/sentences.mjs`. */
declare module 'virtual:sentences/*' {
  const address: string;
  export default address;
}
