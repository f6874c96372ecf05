/**
 * ffmpeg and ffprobe for scripts: found as the station finds them, or installed with apt-get where that is possible.
 * Only Node's own modules. Read `ensureFfmpeg` first.
 */
import { findTools } from '../../electron/core/media/find-tools.mjs';
import { aptInstall, canUseApt } from './run.mjs';

export { findTools };

/**
 * Both tools, installed if need be. `say` is told in one line what is done.
 * Never throws: what is still missing is null, and `advice` then says what to install.
 */
export async function ensureFfmpeg(say = () => {}) {
  const found = await findTools();
  if (found.ffmpeg && found.ffprobe) return { ...found, advice: null };
  if (!canUseApt()) return { ...found, advice: adviceFor(found) };
  say('installing ffmpeg with apt-get');
  await aptInstall(['ffmpeg']);
  const again = await findTools();
  return { ...again, advice: again.ffmpeg && again.ffprobe ? null : adviceFor(again) };
}

const INSTALL = {
  darwin: 'brew install ffmpeg',
  win32: 'winget install Gyan.FFmpeg',
  linux: 'sudo apt-get install ffmpeg (or the same package of your distribution)',
};

function adviceFor({ ffmpeg, ffprobe, rejected }) {
  const missing = [!ffmpeg && 'ffmpeg', !ffprobe && 'ffprobe'].filter(Boolean).join(' and ');
  const tried = rejected.map(({ path, from, why }) => `  ${path} (${from}): ${why}`).join('\n');
  const how = INSTALL[process.platform] ?? 'install ffmpeg';
  return `${missing} not found. Install: ${how}; or set FFMPEG_BIN and FFPROBE_BIN.${tried ? `\nTried:\n${tried}` : ''}`;
}
