import { expect, it } from 'vitest';
import { containerText } from './container';

const MOV = 'mov,mp4,m4a,3gp,3g2,mj2';

it.each([
  [MOV, 'Ayo ke TPS.mp4', 'MP4'],
  [MOV, 'rekaman.MOV', 'MOV'],
  [MOV, 'lagu.m4a', 'M4A'],
  [MOV, 'tanpa akhiran', 'MP4'],
  [MOV, 'salah.mkv', 'MP4'],
  ['matroska,webm', 'klip.webm', 'WebM'],
  ['matroska,webm', 'klip.mkv', 'MKV'],
  ['mpegts', '00001.MTS', 'MTS'],
  ['jpeg_pipe', 'a.jpg', 'JPEG'],
  ['image2', 'a.jpg', 'JPEG'],
  ['png_pipe', 'a.png', 'PNG'],
  ['webp_pipe', 'a.webp', 'WebP'],
  ['avi', 'a.avi', 'AVI'],
  ['mxf', 'a.mxf', 'MXF'],
])('%s in %s reads %s', (container, name, text) => expect(containerText(container, name)).toBe(text));
