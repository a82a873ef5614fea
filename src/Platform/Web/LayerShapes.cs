namespace Qingdan.Platform.Web;

/// <summary>The outlines of nodes as SVG paths.</summary>
internal static class LayerShapes
{
    private const double Cut = 8;

    /// <summary>The outline of a shape in a box.</summary>
    public static string Path(this LayerShape shape, double x, double y, double width, double height)
    {
        var (right, bottom, middle, round) = (x + width, y + height, y + (height / 2), Math.Min(14, height / 2));
        return shape switch
        {
            LayerShape.Roof => Line((x, y + Cut), (x + Cut, y), (right - Cut, y), (right, y + Cut), (right, bottom), (x, bottom)),
            LayerShape.Bars => $"{Line((x, y), (right, y), (right, bottom), (x, bottom))} M{At(x + 5, y)} V{N(bottom)} M{At(right - 5, y)} V{N(bottom)}",
            LayerShape.Pill => $"M{At(x + round, y)} H{N(right - round)} A{N(round)} {N(round)} 0 0 1 {At(right, y + round)} V{N(bottom - round)} A{N(round)} {N(round)} 0 0 1 {At(right - round, bottom)} H{N(x + round)} A{N(round)} {N(round)} 0 0 1 {At(x, bottom - round)} V{N(y + round)} A{N(round)} {N(round)} 0 0 1 {At(x + round, y)} Z",
            LayerShape.Sheet => $"{Line((x, y), (right - Cut, y), (right, y + Cut), (right, bottom), (x, bottom))} M{At(right - Cut, y)} V{N(y + Cut)} H{N(right)}",
            LayerShape.Hexagon => Line((x, middle), (x + Cut, y), (right - Cut, y), (right, middle), (right - Cut, bottom), (x + Cut, bottom)),
            LayerShape.Tag => Line((x, y), (right - Cut, y), (right, middle), (right - Cut, bottom), (x, bottom)),
            _ => Line((x, y), (right, y), (right, bottom), (x, bottom)),
        };
    }

    private static string Line(params (double X, double Y)[] corners) => $"M{string.Join(" L", corners.Select(c => At(c.X, c.Y)))} Z";

    private static string At(double x, double y) => $"{N(x)} {N(y)}";

    private static string N(double value) => ChartPlan.Text(value);
}
