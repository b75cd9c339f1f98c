"""Cuts the fonts of the PDF reports from those of Source Sans 3.

    npm pack @expo-google-fonts/source-sans-3@0.4.1 && tar xzf *.tgz
    pip install fonttools
    python3 cut.py package/400Regular/SourceSans3_400Regular.ttf Regular regular.ttf
    python3 cut.py package/600SemiBold/SourceSans3_600SemiBold.ttf SemiBold strong.ttf

What is left: Latin, Greek and Cyrillic with punctuation, arrows and a few marks; no hints and no layout
rules but the kerning of pairs, as the plain table `kern`. The licence reserves the name of the original
for the original, so what is cut is called Plumbline Sans.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

KEPT = [
    (0x20, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC),
    (0x1E6, 0x1F0), (0x1F8, 0x21B), (0x237, 0x237), (0x259, 0x259), (0x2B9, 0x2DD), (0x300, 0x338),
    (0x370, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x203A), (0x2044, 0x2044), (0x2070, 0x209F),
    (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2190, 0x2199), (0x21D0, 0x21D4), (0x2200, 0x22FF),
    (0x25A0, 0x25CF), (0x2610, 0x2612), (0x2713, 0x2718),
]
# Pairs that are worth their bytes: between letters without accents, figures and punctuation.
KERNED = [(0x21, 0x7E), (0x391, 0x3C9), (0x410, 0x44F), (0x2013, 0x201E)]
LEAST = 8


def kerning(font):
    """The adjustment of each pair of kerned glyphs, from the table GPOS."""
    names = {
        name for code, name in font.getBestCmap().items() if any(a <= code <= b for a, b in KERNED)
    }
    table = font["GPOS"].table
    lookups = {
        index
        for feature in table.FeatureList.FeatureRecord
        if feature.FeatureTag == "kern"
        for index in feature.Feature.LookupListIndex
    }
    pairs = {}
    for index in sorted(lookups):
        for part in table.LookupList.Lookup[index].SubTable:
            part = getattr(part, "ExtSubTable", part)
            if part.LookupType == 2:
                for pair, value in of_subtable(part, names):
                    pairs.setdefault(pair, value)
    return {pair: value for pair, value in pairs.items() if abs(value) >= LEAST}


def of_subtable(part, names):
    for place, left in enumerate(part.Coverage.glyphs):
        if left not in names:
            continue
        if part.Format == 1:
            for record in part.PairSet[place].PairValueRecord:
                if record.SecondGlyph in names:
                    yield (left, record.SecondGlyph), advance(record.Value1)
        else:
            row = part.Class1Record[part.ClassDef1.classDefs.get(left, 0)]
            for right in sorted(names):
                record = row.Class2Record[part.ClassDef2.classDefs.get(right, 0)]
                yield (left, right), advance(record.Value1)


def advance(value):
    return getattr(value, "XAdvance", 0) if value else 0


def main(source, style, target):
    pairs = kerning(TTFont(source))
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"], glyph_names=False
    )
    font = subset.load_font(source, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for a, b in KEPT for code in range(a, b + 1)])
    cutter.subset(font)
    for tag in ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "gasp"):
        if tag in font:
            del font[tag]
    table = KernTable_format_0()
    table.coverage, table.tupleIndex, table.apple = 1, None, False
    order = set(font.getGlyphOrder())
    table.kernTable = {pair: v for pair, v in pairs.items() if set(pair) <= order}
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [table]
    names = {1: "Plumbline Sans", 2: "Regular", 3: f"PlumblineSans-{style}", 4: f"Plumbline Sans {style}",
             6: f"PlumblineSans-{style}", 16: "Plumbline Sans", 17: style}
    kept = [name for name in font["name"].names if name.nameID in (0, 5, 13, 14)]
    font["name"].names = kept
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    # The bytes shall be the same whenever it is cut.
    font.recalcTimestamp = False
    font.save(target)
    print(target, len(font.getGlyphOrder()), "glyphs", len(table.kernTable), "pairs")


main(*sys.argv[1:])
