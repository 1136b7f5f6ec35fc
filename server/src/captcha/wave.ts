/* WAV files. */

const HEADER = 44;

/** Makes a WAV file: mono, 16 bits. */
export function wave(track: Float32Array, rate: number): Buffer {
  const file = Buffer.alloc(HEADER + track.length * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(track.length * 2, 40);
  for (let index = 0; index < track.length; index += 1) {
    const value = Math.round(Math.max(-1, Math.min(1, track[index]!)) * 32_767);
    file.writeInt16LE(value, HEADER + index * 2);
  }
  return file;
}
