"""The pattern of Chinese time expressions; ``periods.py`` says what each group means."""

import re

YEAR = "(?: (?: 19[4-9] | 20[0-4] ) [0-9] | (?: 一九 | 二[〇零○O] ) [〇零○O一二三四五六七八九]{2} )"
MONTH = "(?: 1[0-2] | 0?[1-9] )"
DAY = "(?: 3[01] | [12][0-9] | 0?[1-9] )"
TO = "(?: [ ]? [-—–~～至到]{1,3} [ ]? )"
PART = rf"""(?: {MONTH} 月? {TO} {MONTH} [ ]? (?: 月份? | 季度 ) | [上下]半年 | [前第]?[一二三四1-4]个?季度
          | 前{MONTH}个月 )"""
# Numbers are many in these sentences and times few: a number that nothing of a time follows is left at once.
PERIODS = re.compile(
    rf"""
    (?= [0-9一二三四五六七八九十上下前第目当现至迄如今本年去明来次近几多两开启实打攻扶起最原此同] )
    (?: (?: (?<![0-9]) (?= [0-9]{{1,4}} [ ]? [-年月个季.,/、和及至到—–~～] )
          | (?= [一二三四五六七八九十上下前第] ) )
      (?:
        (?P<range> (?<![©-]) (?<!©[ ]) (?P<first_year> {YEAR} ) [ ]?年? (?: [ ]?{MONTH}月 )? [底末初]? {TO}
            (?P<last_year> {YEAR} ) (?! [0-9.-] )
            (?: [ ]?年度? (?: [ ]? (?P<last_month> {MONTH} ) [ ]?月份? )? [底末]? )? )
      | (?P<list> {YEAR} (?= (?: 年? [、和及] {YEAR} ){{1,8}} [ ]?年 ) )
      | (?P<iso> (?<![.-]) (?P<iso_year> 20[0-4][0-9] ) (?P<mark> [-./] ) (?P<iso_month> {MONTH} )
            (?P=mark) (?P<iso_day> {DAY} ) (?![0-9]) )
      | (?P<date> (?P<year> {YEAR} ) [ ]?年度?
            (?: [ ]? {PART}
              | [ ]? (?P<month> {MONTH} ) [ ]?月份? (?: [ ]? (?P<day> {DAY} ) [ ]?[日号] )? )?
            (?P<edge> 年?[底末] | [上中下]旬 | 年?初 )?
            (?P<since> (?: 以来 | 至今 | 开始 | 起(?![步来点]) )
                (?P<yearly> ,? [\u4e00-\u9fff]{{0,8}}? 每年 )? )? )
      | (?P<short> (?<!\.) (?P<short_year> 1[0-9] ) 年
            (?: (?P<short_edge> 年?[底末] ) | (?= 的[0-9] ) ) )
      | (?P<plan> 十 (?<! [一二三四五六七八九] 十 ) (?P<ordinal> [一二三四五] ) 五
            (?! [ ”"’']? (?: 规划(?: 目标 | 纲要 | 建议 | 编制 | [”"》] ) | 届 ) )
            [”"’']? (?P<plan_tail> 时期 | 期间 | 以来 | 规划 | 末 | 初 )? )
      | (?P<congress> 十 (?P<which_congress> [八九] ) 大以来 )
      | (?P<part> (?<!\.) {PART} )
      | (?P<months> (?<!\.)
            (?: (?P<own_month> {MONTH} | 十?[一二三四五六七八九十](?=月[份底末间初]) )
            [ ]?月 )
            (?: 份 | [ ]? (?P<own_day> {DAY} ) (?: {TO} {DAY} )? [日号] )?
            (?P<own_edge> [底末] | [上中下]旬 | 初 )? )
      | (?P<years> [二三四五六七八]年多?来 )
      | (?P<before> (?: 上年(?<![以之]上年)(?![均人收产纯]) | 前年(?<!年前年)(?!均) )
            (?: 度 | 同期 )? (?: 年?[底末] )? )
      )
    | (?: (?P<now> 目前 | 当前 | 现在 | 至今(?!年) | 迄今 | 现有 | 如今(?!年) )
      | (?P<said> (?P<which> 今年 | 本年度? | 当年 | 同年 | 去年 | 明年 | 来年(?<!年来年) | 次年
                | 年内(?<![0-9一二三四五六七八九十两几多]年内) )
            (?: 度 | 同期 | 以来 )?
            (?: [ ]?{PART}
              | [ ]? (?P<said_month> {MONTH} ) [ ]?月份? (?: (?P<said_day> {DAY} ) [日号] )? )?
            (?P<said_edge> 年?[底末] )? )
      | (?P<recent> 近年来? | 近几年来? | 几年来 | 多年来 | 近[两二三四五六]年来? | 两年多?来
            | (?: 开展 | 启动 | 实施 | 打响 | 攻坚战? | 扶贫 ) 以来 )
      | (?P<start> 起初 | 最初 | 原来 | 原先 | 此前 | 原有 )
      | (?P<same> 同期 )
      | (?P<year_end> 年[底末] )
      )
    )
    """,
    re.VERBOSE,
)
