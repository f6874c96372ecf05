/** The nonce the station put on this page: its policy takes style elements of libraries with it alone. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// react-remove-scroll, which Mantine's dialogs use, asks for it under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });
