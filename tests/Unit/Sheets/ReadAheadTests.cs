using Qingdan.Platform.Sheets.Reading;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(10_000)]
    public void Everything_comes_in_its_order(int count) => Assert.Equal(Enumerable.Range(0, count), ReadAhead.Of(Enumerable.Range(0, count)));

    [Fact]
    public void A_fault_comes_after_a_piece_that_was_read_before_it()
    {
        var seen = 0;
        Assert.Throws<SheetException>(() =>
        {
            foreach (var _ in ReadAhead.Of(Broken(1_000))) seen++;
        });
        Assert.InRange(seen, 256, 1_000);
    }

    [Fact]
    public void Who_leaves_early_ends_the_reading_before_the_file_is_his_again()
    {
        var ended = false;
        foreach (var number in ReadAhead.Of(Endless(() => ended = true)))
            if (number == 300) break;
        Assert.True(ended);
    }

    private static IEnumerable<int> Broken(int after)
    {
        for (var i = 0; i < after; i++) yield return i;
        throw new SheetException(SheetFaults.Broken);
    }

    private static IEnumerable<int> Endless(Action ended)
    {
        try
        {
            for (var i = 0; ; i++) yield return i;
        }
        finally
        {
            ended();
        }
    }
}
