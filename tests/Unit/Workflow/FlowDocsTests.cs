using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Qingdan.Workflow.Updates;
using Xunit;

namespace Qingdan.Tests.Unit.Workflow;

public sealed class FlowDocsTests
{
    // The picture in docs/CASES.md is drawn from the table: GitHub shows it as a diagram.
    [Fact]
    public void The_diagram_in_the_docs_is_that_of_the_table() => Drawn(CaseFlow.Table.Where(m => m.Act != CaseAct.Withdraw).Select(m => ($"{m.From}", $"{m.To}", $"{m.Act}")), "cases-diagram.txt");

    [Fact]
    public void The_diagram_of_updates_is_that_of_their_table() => Drawn(UpdateFlow.Table.Where(m => m.Act != UpdateAct.Withdraw).Select(m => ($"{m.From}", $"{m.To}", $"{m.Act}")), "updates-diagram.txt");

    private static void Drawn(IEnumerable<(string From, string To, string Act)> moves, string file)
    {
        var drawn = string.Join('\n', moves.GroupBy(m => (m.From, m.To))
            .Select(g => $"    {g.Key.From} --> {g.Key.To}: {string.Join(", ", g.Select(m => m.Act).Distinct())}").Prepend("stateDiagram-v2"));
        var written = File.ReadAllText(Checkout.Path("docs", "CASES.md")).ReplaceLineEndings("\n");
        if (!written.Contains(drawn, StringComparison.Ordinal)) File.WriteAllText(Checkout.Path("artifacts", file), drawn);
        Assert.True(written.Contains(drawn, StringComparison.Ordinal), $"The table has changed: put artifacts/{file} into docs/CASES.md.");
    }
}
