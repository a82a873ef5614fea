using CsCheck;
using Qingdan.Platform.Web;
using Xunit;

namespace Qingdan.Tests.Unit.Web;

public sealed class LayerPlanTests
{
    private static readonly LayerKind Kind = new("数据项", LayerShape.Pill, Tone.Idle);

    // Up to six columns of up to 45 nodes with some sixty edges to any later column.
    private static readonly Gen<(LayerColumn[] Columns, LayerEdge[] Edges)> Graphs =
        Gen.Select(Gen.Int[0, 45].Array[1, 6], Gen.Bool, Gen.Select(Gen.Int[0, 999], Gen.Int[0, 999]).Array[0, 60]).Select((sizes, tall, pairs) =>
        {
            var columns = sizes.Select((size, c) => Column(c, size, tall)).ToArray();
            var nodes = columns.SelectMany((column, c) => column.Nodes.Select(n => (Column: c, n.Id))).ToArray();
            var edges = pairs.Where(_ => nodes.Length > 0).Select(p => (A: nodes[p.Item1 % nodes.Length], B: nodes[p.Item2 % nodes.Length])).Where(p => p.A.Column != p.B.Column)
                .Select(p => p.A.Column < p.B.Column ? new LayerEdge(p.A.Id, p.B.Id) : new LayerEdge(p.B.Id, p.A.Id)).ToArray();
            return (columns, edges);
        });

    [Fact]
    public void Nodes_lie_inside_the_picture_and_never_touch() => Graphs.Sample(g =>
    {
        var plan = new LayerPlan(g.Columns, g.Edges);
        Assert.Equal(g.Columns.Sum(c => c.Nodes.Count), plan.Boxes.Count);
        Assert.All(plan.Boxes, b => Assert.True(b.X >= 0 && b.Y >= LayerPlan.Head - 0.001 && b.X + b.Width <= plan.Width && b.Y + b.Height <= plan.Height));
        foreach (var strip in plan.Boxes.GroupBy(b => b.X))
            Assert.All(strip.OrderBy(b => b.Y).Zip(strip.OrderBy(b => b.Y).Skip(1)), p => Assert.True(p.First.Y + p.First.Height + LayerPlan.Between <= p.Second.Y + 0.001));
    });

    [Fact]
    public void Every_edge_runs_unbroken_from_its_node_to_its_node() => Graphs.Sample(g =>
    {
        var plan = new LayerPlan(g.Columns, g.Edges);
        var boxes = plan.Boxes.ToDictionary(b => b.Node.Id);
        Assert.Equal(g.Edges.Distinct().Count(), plan.Routes.Count);
        foreach (var (edge, strokes) in plan.Routes)
        {
            var (from, to) = (boxes[edge.From], boxes[edge.To]);
            Assert.Equal((from.X + from.Width, from.Y + (from.Height / 2)), (strokes[0].X1, strokes[0].Y1));
            Assert.Equal((to.X, to.Y + (to.Height / 2)), (strokes[^1].X2, strokes[^1].Y2));
            Assert.All(strokes.Zip(strokes.Skip(1)), p => Assert.Equal((p.First.X2, p.First.Y2), (p.Second.X1, p.Second.Y1)));
        }
    });

    [Fact]
    public void No_line_runs_through_a_node() => Graphs.Sample(g =>
    {
        var plan = new LayerPlan(g.Columns, g.Edges);
        // What runs over a strip is level there; the rest lies between strips.
        foreach (var stroke in plan.Routes.Values.SelectMany(s => s).Where(s => plan.Boxes.Any(b => b.X == s.X1)))
            Assert.All(plan.Boxes.Where(b => b.X == stroke.X1), b => Assert.True(stroke.Y1 < b.Y || stroke.Y1 > b.Y + b.Height));
    });

    [Fact]
    public void The_order_is_never_worse_than_the_one_given() => Graphs.Sample(g =>
    {
        var strips = g.Columns.Select((c, s) => c.Nodes.Select(n => new LayerCell(n, s, LayerPlan.Low)).ToList()).ToList();
        var cells = strips.SelectMany(s => s).ToDictionary(c => c.Node!.Id);
        foreach (var (from, to) in g.Edges.Select(e => (cells[e.From], cells[e.To])).Where(e => e.Item2.Strip - e.Item1.Strip == 1)) LayerCell.Link(from, to);
        foreach (var strip in strips) for (var i = 0; i < strip.Count; i++) strip[i].Order = i;
        var before = LayerOrder.Crossings(strips);
        LayerOrder.Arrange(strips);
        Assert.True(LayerOrder.Crossings(strips) <= before);
    });

    [Fact]
    public void What_can_be_untangled_is()
    {
        LayerEdge[] crossed = [new("0-0", "1-2"), new("0-1", "1-1"), new("0-2", "1-0")];
        var plan = new LayerPlan([Column(0, 3, false), Column(1, 3, false)], crossed);
        Assert.All(plan.Routes.Values, r => Assert.Equal(r[0].Y1, r[0].Y2, 3));
    }

    [Fact]
    public void Forty_nodes_take_two_strips_and_the_picture_stays_low()
    {
        var plan = new LayerPlan([Column(0, 1, true), Column(1, 41, false)], [.. Enumerable.Range(0, 41).Select(i => new LayerEdge("0-0", $"1-{i}"))]);
        Assert.Equal(3, plan.Boxes.Select(b => b.X).Distinct().Count());
        Assert.Equal(2, plan.Heads.Count);
        Assert.InRange(plan.Height, 500, 900);
        Assert.Equal(Enumerable.Range(0, 41).Select(i => $"1-{i}"), plan.Boxes.Skip(1).Select(b => b.Node.Id));
    }

    [Fact]
    public void An_edge_that_does_not_lead_on_is_a_fault_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => new LayerPlan([Column(0, 2, false)], [new("0-0", "0-1")]));

    [Theory]
    [InlineData("统一社会信用代码", 8, "统一社会信用代码")]
    [InlineData("统一社会信用代码", 7, "统一社会信用…")]
    [InlineData("ZR-002438161-000001", 12, "ZR-002438161-000001")]
    [InlineData("", 4, "")]
    public void A_text_that_does_not_fit_is_cut(string text, double ems, string shown) => Assert.Equal(shown, LayerText.Cut(text, ems));

    private static LayerColumn Column(int column, int size, bool tall) =>
        new($"{column}", [.. Enumerable.Range(0, size).Select(i => new LayerNode($"{column}-{i}", Kind, $"{i}", $"{i}", "/") { Sub = tall && i % 2 == 0 ? "生效中" : "" })]);
}
