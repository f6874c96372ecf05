/** Whether a display gets over a fault by itself, or somebody has to act. The sentences of the codes are in `reasons.json`. */
export type FaultKind = 'passing' | 'lasting';

/** Every fault that a display or the station can tell of a display. A test holds this list against the sentences. */
export const FAULT_KINDS: Readonly<Record<string, FaultKind>> = {
  'fault.stalled': 'passing',
  'fault.paused': 'passing',
  'fault.restarted': 'passing',
  'fault.displayPage': 'passing',
  // The page connects anew by itself.
  'fault.messageNotJson': 'passing',
  'fault.messageNotText': 'passing',
  'fault.messageTooLarge': 'passing',
  'fault.messageWithoutKind': 'passing',
  'fault.messageOutOfTurn': 'passing',
  // Page and station are of two versions until somebody reloads the page.
  'fault.messageUnknown': 'lasting',
  'fault.messageUnfit': 'lasting',
  'fault.playRefused': 'lasting',
  'fault.tokenInUse': 'lasting',
  'fault.tokenMoved': 'lasting',
  'fault.pageCopied': 'lasting',
  'fault.soundBlocked': 'lasting',
  'fault.undecodable': 'lasting',
  'fault.mediaCorrupt': 'lasting',
  'fault.displayDiskFull': 'lasting',
  'fault.notKept': 'lasting',
};

/** One this console does not know, told by a newer station or page, is taken for lasting: better seen than missed. */
export const isPassing = (code: string): boolean => FAULT_KINDS[code] === 'passing';
