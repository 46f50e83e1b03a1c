import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawingToSvg,
  layoutDrawing,
  lightPalette,
  only,
  printPalette,
  worstConnection,
} from '../../../../main/core/report/drawing';
import { fitMiddle, shortenMiddle, textWidth } from '../../../../main/core/report/drawing/text-width';
import { catalogues, wordsIn } from '../../../../main/core/texts';
import { anonymousDrawing, clusterDrawing, freshDrawing, wire } from '../../../renderer/support/drawings';
import { clusterSite, LONG_NAME, pairSite } from '../../../renderer/support/site';

const words = wordsIn('en', catalogues.en);
const french = wordsIn('fr', catalogues.fr);
const empty = { esas: [], sma: null, cluster: null, wires: [] };

const textsOf = (layout: ReturnType<typeof layoutDrawing>): string[] =>
  layout.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

describe('one ESA and one SMA', () => {
  const layout = layoutDrawing(anonymousDrawing(pairSite()), { width: 684, words });

  it('keeps the measures of the interface description', () => {
    const boxes = layout.shapes.filter((shape) => shape.kind === 'box' && shape.width > 100);
    expect(boxes).toMatchObject([
      { x: 0.6, y: 22, width: 130.8, height: 135, radius: 8 },
      { x: 552.6, y: 22, width: 130.8, height: 135, radius: 8 },
    ]);
    expect([layout.width, layout.height]).toEqual([684, 158]);
  });

  it('says everything a wire shows in its name', () => {
    expect(layout.spots.map((spot) => spot.name)).toEqual([
      'Quarantine, from esa1 Management to sma1 Management port 7025: broken at the TLS handshake, on the side of esa1. no certificate to verify. esa1 TLS failed. laptop TCP passed.',
      'Release, from sma1 Management to esa1 Management port 7025: works. works. sma1 passed. laptop passed.',
      'SSH, from sma1 Management to esa1 Management port 22: works. works. sma1 passed. laptop passed.',
    ]);
    expect(layout.name).toBe(layout.spots[0]?.name);
  });

  it('moves the break glyph clear of the label', () => {
    const disc = layout.shapes.find((shape) => shape.kind === 'circle' && shape.radius === 10);
    const label = layout.shapes.find((shape) => shape.kind === 'text' && shape.text.startsWith('Quarantine'));
    if (disc?.kind !== 'circle' || label?.kind !== 'text') throw new Error('glyph or label missing');
    expect(disc.x - 10).toBeGreaterThanOrEqual(label.x + textWidth(label.text, 11.5) + 8);
  });

  it('speaks French', () => {
    const drawn = layoutDrawing(anonymousDrawing(pairSite()), { width: 684, words: french });
    expect(textsOf(drawn)).toContain('aucun certificat à vérifier');
    expect(textsOf(drawn)).toContain('Quarantaine, SMTP + TLS');
  });

  it('draws a missing end as a ghost that can be added', () => {
    const drawn = layoutDrawing(empty, { width: 684, words });
    expect(drawn.ghosts.map((ghost) => ghost.role)).toEqual(['esa', 'sma']);
    expect(drawn.spots).toEqual([]);
    const frames = drawn.shapes.filter((shape) => shape.kind === 'box' && shape.width > 100);
    expect(frames.every((shape) => shape.kind === 'box' && (shape.stroke?.dash.length ?? 0) > 0)).toBe(true);
  });

  it('never draws two devices over each other, however narrow the pane', () => {
    expect(layoutDrawing(empty, { width: 10, words }).width).toBe(372);
  });
});

describe('states differ without colour', () => {
  const looks = (['unknown', 'checking', 'ok', 'degraded', 'not-checked'] as const).map((state) => {
    const drawn = layoutDrawing(
      { ...freshDrawing(pairSite()), wires: [wire('quarantine', 'esa1', 'sma1', { state })] },
      { width: 684, words },
    );
    const shape = drawn.shapes.find((one) => one.kind === 'path' && one.of === 'quarantine:esa1-sma1');
    return shape?.kind === 'path' ? shape.stroke?.dash.join(' ') : undefined;
  });

  it('has a dash pattern of its own for each', () => {
    expect(looks).toEqual(['5 5', '7 5', '', '14 3 3 3', '1.5 4.5']);
  });
});

describe('several ESAs', () => {
  it('shows the worst connection first, a row for each of eight machines', () => {
    const drawing = clusterDrawing(clusterSite(8), ['esa6']);
    expect(worstConnection(drawing)).toBe('release');
    const layout = layoutDrawing(drawing, { width: 684, words });
    expect(layout.spots).toHaveLength(8);
    expect(textsOf(layout)).toContain('no interface Data 2');
    expect(layout.height).toBe(34 + 8 * 25 + 10);
  });

  it.each([words, french])('names a cluster that has not said its name by its machines', (said) => {
    const drawing = { ...clusterDrawing(clusterSite(8), ['esa6']), cluster: { name: null, interface: null } };
    const texts = textsOf(layoutDrawing(drawing, { width: 684, words: said }));
    expect(texts.slice(0, 2)).toEqual(['8 machines', 'cluster']);
  });

  it('folds what passed of twenty machines into one row', () => {
    const layout = layoutDrawing(clusterDrawing(clusterSite(20), ['esa6', 'esa14']), { width: 684, words });
    expect(layout.spots.map((spot) => spot.id)).toEqual(['release:esa6-sma1', 'release:esa14-sma1']);
    expect(textsOf(layout)).toContain('18 more, all passed');
    expect(layout.height).toBeLessThan(320);
  });

  it('opens one machine as a drawing of its own', () => {
    const layout = layoutDrawing(only(clusterDrawing(clusterSite(8), ['esa6']), 'esa6'), { width: 684, words });
    expect(layout.spots.map((spot) => spot.id)).toEqual(['quarantine:esa6-sma1', 'release:esa6-sma1', 'ssh:esa6-sma1']);
  });
});

describe('as SVG', () => {
  it('escapes what an appliance may call itself', () => {
    const site = pairSite();
    const evil = '</svg><script>alert("1")</script>&\u0000';
    const drawing = {
      ...freshDrawing(site),
      esas: [{ name: evil, role: 'esa' as const, address: '"><b>', note: null }],
    };
    const svg = drawingToSvg(layoutDrawing(drawing, { width: 684, words }), lightPalette);
    expect(svg).not.toMatch(/<script|<b>|<\/svg>./);
    expect(svg.includes('\u0000')).toBe(false);
  });

  it('uses black and white alone for print', () => {
    const svg = drawingToSvg(layoutDrawing(anonymousDrawing(pairSite()), { width: 684, words }), printPalette);
    const colours = new Set([...svg.matchAll(/(?:fill|stroke)="(#[^"]+)"/g)].map((found) => found[1]));
    expect([...colours].sort()).toEqual(['#000000', '#FFFFFF']);
  });

  it('stays well-formed for any names', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 15 }), (name, host, machines) => {
        const site = clusterSite(machines);
        const drawing = clusterDrawing(site, []);
        const named = { ...drawing, esas: drawing.esas.map((one) => ({ ...one, name, address: host })) };
        const svg = drawingToSvg(layoutDrawing(named, { width: 684, words }), lightPalette);
        const inside = svg.replace(/<\/?(svg|title|rect|circle|path|text)(\s[a-zA-Z-]+(:[a-z]+)?="[^"<]*")*\/?>/g, '');
        expect(inside).not.toMatch(/[<]/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('long names', () => {
  it('are shortened in the middle, so that both ends still tell machines apart', () => {
    expect(shortenMiddle(LONG_NAME, 22)).toBe('quarantine-…ample.test');
    expect(textWidth(fitMiddle(LONG_NAME, 100, 11, true), 11, true)).toBeLessThanOrEqual(100);
  });
});
