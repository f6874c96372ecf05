/** The station's nonce for style elements that libraries make; its policy lets in no others. */
declare global {
  /** Where the libraries below Mantine's sheets look for it; the name is a convention of theirs. */
  // oxlint-disable-next-line no-underscore-dangle -- theirs
  var __webpack_nonce__: string | undefined;
}

const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// oxlint-disable-next-line no-underscore-dangle -- theirs
globalThis.__webpack_nonce__ = nonce;

export const styleNonce = (): string => nonce;
