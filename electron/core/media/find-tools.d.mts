export interface FoundTool {
  path: string;
  /** As the tool prints it, such as `5.1.9-0+deb12u1`. */
  version: string;
  /** `FFMPEG_BIN`, `ffmpeg-static`, `PATH` ... */
  from: string;
}

export interface RejectedTool {
  tool: 'ffmpeg' | 'ffprobe';
  path: string;
  from: string;
  why: string;
}

export interface FoundTools {
  ffmpeg: FoundTool | null;
  ffprobe: FoundTool | null;
  rejected: RejectedTool[];
}

export function findTools(env?: Record<string, string | undefined>): Promise<FoundTools>;
