/* Names that pass for the office, and harmless ones beside them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isReservedName } from '../../dist/comments/reserved-names.js';

/** What the operator has added: the office's name, and an abbreviation. */
const OWN = ['示例机关', 'SHC', 'Example Office', '★'];

const REFUSED = {
  'the names of customs offices and their staff': [
    ...['中国海关', '北京海关', '上海海关关员', '上海关员', '海关新闻发言人', '海关12360热线'],
    ...['12360热线', '缉私局', '总署办公厅', '署长', '王关长', '海关总署', '国家海关'],
  ],
  'the same in Latin letters': [
    ...[
      'GACC',
      'China Customs',
      'Customs',
      'ChinaCustoms',
      'Customs_Hotline',
      'c u s t o m s',
      'haiguan zongshu',
    ],
  ],
  'other forms of their characters': ['海關總署', '海関総署', '緝私局', '縂署', '關長'],
  'characters that look alike': [
    ...['海关总暑', '海关总罯', '悔关总署', '管埋员', '管里员', '菅理员', '管理贠', '官理员'],
    ...['工作亼员', '工作入员', 'エ作人员'],
  ],
  'the staff of the site': [
    ...[
      '管理员',
      '管理員',
      '系统管理员',
      '版主',
      '小编',
      '网站编辑',
      '網站客服',
      '已认证',
      '官方',
      '０官方',
    ],
  ],
  'administrators, however they are spelled': [
    ...[
      'admin',
      'ADMIN',
      'ａｄｍｉｎ',
      'Аdmin',
      'a d m i n',
      'adm1n',
      '@dmin',
      '4dmin',
      '4dm1n',
      '@admin',
    ],
    ...['Administrator1', 'admin2026', '4dmin1', '小红admin', 'Web-Admin', 'root', 'Official'],
  ],
  'hidden characters, blanks and signs between': [
    '海\u200b关总署',
    '海 关',
    '海·关',
    '管\u3000理-员',
  ],
  'the names that the operator has given': [
    ...[
      '示例机关',
      '示 例 机 关',
      '示例机关小王',
      'SHC',
      'shc 7',
      'ExampleOffice',
      'The Example Office',
    ],
  ],
};

const ALLOWED = {
  'people whose names share a character': [
    ...[
      '海燕',
      '关羽',
      '关长生',
      '上海关羽',
      '李海美',
      '宫方舟',
      '贠小苏',
      '王管理',
      '管理',
      '张局',
    ],
    ...['关心海洋的人', '长宁居民', '暑长假', '张三', '阿依古丽', '人民一员'],
  ],
  'words that hold a reserved one': [
    ...[
      'Badminton',
      'Minister',
      'Customer',
      'Custom Sam',
      'Unofficially',
      'Ecosystem',
      'Rooty',
      'Anna',
      'Josh Clark',
    ],
  ],
  'numbers and signs': ['★★', '用户12360', '110', '13800000000', '@', '4'],
};

describe('a name that passes for the office is refused:', () => {
  for (const [kind, names] of Object.entries(REFUSED)) {
    it(kind, () => {
      assert.deepEqual(
        names.filter((name) => !isReservedName(name, OWN)),
        [],
      );
    });
  }
});

describe('a harmless name is taken:', () => {
  for (const [kind, names] of Object.entries(ALLOWED)) {
    it(kind, () => {
      assert.deepEqual(
        names.filter((name) => isReservedName(name, OWN)),
        [],
      );
    });
  }
});
