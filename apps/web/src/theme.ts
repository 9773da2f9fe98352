import type { ThemeConfig } from 'antd';

export const fonts =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

/** The palette: warm grey neutrals, one deep red. The three verdict colours only ever stand beside a word and a mark. */
export const colours = {
  accent: '#8f2a22',
  ground: '#f5f3f0',
  surface: '#ffffff',
  line: '#e2ddd6',
  ink: '#2a2623',
  faint: '#6a635c',
  met: '#3d6b4c',
  unmet: '#a32a20',
  unknown: '#8a6414',
  apart: '#8a837b',
} as const;

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.accent,
    colorLink: colours.accent,
    colorInfo: '#5d6470',
    colorInfoBg: '#f4f2ee',
    colorInfoBorder: '#d9d3ca',
    colorSuccess: colours.met,
    colorSuccessBg: '#eff5f0',
    colorSuccessBorder: '#b5ccbb',
    colorWarning: colours.unknown,
    colorWarningBg: '#faf5e8',
    colorWarningBorder: '#dcc996',
    colorError: colours.unmet,
    colorErrorBg: '#faf0ee',
    colorErrorBorder: '#dfb3ad',
    colorTextBase: colours.ink,
    colorBgLayout: colours.ground,
    colorBorder: '#d3ccc3',
    colorBorderSecondary: colours.line,
    borderRadius: 4,
    fontSize: 14,
    fontFamily: fonts,
    controlHeight: 32,
    motion: false,
    wireframe: false,
  },
  components: {
    Table: { cellPaddingBlockMD: 8, cellPaddingInlineMD: 10, headerBg: '#f8f6f3', rowHoverBg: '#faf8f5' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Descriptions: { labelBg: '#f8f6f3' },
    Tabs: { horizontalMargin: '0 0 12px 0' },
  },
};
