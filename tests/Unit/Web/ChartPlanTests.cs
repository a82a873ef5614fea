using CsCheck;
using Qingdan.Platform.Web;
using Xunit;

namespace Qingdan.Tests.Unit.Web;

public sealed class ChartPlanTests
{
    [Fact]
    public void The_highest_bar_stays_inside_and_uses_at_least_half_of_the_height() => Gen.Double[5, 1e9].Sample(highest =>
    {
        var plan = new ChartPlan(6, 3, highest);
        return plan.Y(highest) >= ChartPlan.Top - 0.001 && plan.Height(highest) >= (ChartPlan.Bottom - ChartPlan.Top) / 2.01;
    });

    [Fact]
    public void Bars_of_neighbouring_places_never_touch() => Gen.Select(Gen.Int[1, 24], Gen.Int[1, 5]).Sample((places, series) =>
    {
        var plan = new ChartPlan(places, series, 100);
        return plan.BarX(0, series - 1) + plan.BarWidth < plan.BarX(1, 0);
    });
}
