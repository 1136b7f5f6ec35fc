import { expect } from '@open-wc/testing';
import { DecodeError, decodeText } from '../src/decode.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 甲县 in GBK. */
const GBK = bytes(0xbc, 0xd7, 0xcf, 0xd8);

describe('decoding', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(utf8('甲县 𠮷'))).to.equal('甲县 𠮷');
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, ...utf8('甲县')))).to.equal('甲县');
  });

  it('reads GBK and the four bytes of GB18030 without being told', () => {
    expect(decodeText(GBK)).to.equal('甲县');
    expect(decodeText(bytes(0x95, 0x32, 0x82, 0x36))).to.equal('𠀀');
  });

  it('reads UTF-16 by its byte order mark', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x32, 0x75))).to.equal('甲');
    expect(decodeText(bytes(0xfe, 0xff, 0x75, 0x32))).to.equal('甲');
  });

  it('believes the header, but not the default of servers', () => {
    // 联通 in GBK is valid UTF-8, too.
    const famous = bytes(0xc1, 0xaa, 0xcd, 0xa8);
    expect(decodeText(famous, 'application/json; charset=gb2312')).to.equal('联通');
    expect(decodeText(utf8('甲县'), 'text/plain; charset=ISO-8859-1')).to.equal('甲县');
    expect(decodeText(utf8('甲县'), 'text/plain; charset=no-such')).to.equal('甲县');
  });

  it('refuses what is no text', () => {
    expect(() => decodeText(bytes(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00, 0xff))).to.throw(DecodeError);
    expect(() => decodeText(bytes(0x81))).to.throw(DecodeError);
  });
});
