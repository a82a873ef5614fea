namespace Qingdan.Platform.Web;

/// <summary>
/// Orders the cells of neighbouring strips so that few lines cross: each cell goes to the mean place of what it is linked to (barycentre),
/// from left to right and back; the best order met is kept, so it is never worse than the one given.
/// </summary>
internal static class LayerOrder
{
    private const int Passes = 8;

    /// <summary>Orders the strips.</summary>
    public static void Arrange(IReadOnlyList<List<LayerCell>> strips)
    {
        Number(strips);
        var (best, fewest) = (Copy(strips), Crossings(strips));
        for (var pass = 0; pass < Passes && fewest > 0; pass++)
        {
            foreach (var strip in pass % 2 == 0 ? strips.Skip(1) : strips.Reverse().Skip(1)) Sort(strip, strips, pass % 2 == 0 ? c => c.Left : c => c.Right);
            var now = Crossings(strips);
            if (now < fewest) (best, fewest) = (Copy(strips), now);
        }
        for (var s = 0; s < strips.Count; s++)
        {
            strips[s].Clear();
            strips[s].AddRange(best[s]);
        }
        Number(strips);
    }

    /// <summary>How many pairs of lines cross.</summary>
    public static int Crossings(IReadOnlyList<List<LayerCell>> strips)
    {
        var crossings = 0;
        foreach (var strip in strips)
        {
            var lines = strip.SelectMany(a => a.Right.Select(b => (From: a.Order, To: b.Order))).ToList();
            for (var i = 0; i < lines.Count; i++)
                for (var j = i + 1; j < lines.Count; j++)
                    if ((lines[i].From - lines[j].From) * (lines[i].To - lines[j].To) < 0) crossings++;
        }
        return crossings;
    }

    // A cell without neighbours on that side stays where it is; equal ones keep their order.
    private static void Sort(List<LayerCell> strip, IReadOnlyList<List<LayerCell>> strips, Func<LayerCell, List<LayerCell>> beside)
    {
        var sorted = strip.OrderBy(c => beside(c) is { Count: > 0 } cells ? cells.Average(o => Share(o, strips)) : Share(c, strips)).ToList();
        strip.Clear();
        strip.AddRange(sorted);
        Number([strip]);
    }

    private static double Share(LayerCell cell, IReadOnlyList<List<LayerCell>> strips) => (cell.Order + 0.5) / strips[cell.Strip].Count;

    private static void Number(IEnumerable<List<LayerCell>> strips)
    {
        foreach (var strip in strips)
            for (var i = 0; i < strip.Count; i++) strip[i].Order = i;
    }

    private static List<List<LayerCell>> Copy(IEnumerable<List<LayerCell>> strips) => [.. strips.Select(s => s.ToList())];
}
