using Qingdan.Tests.Support;
using Qingdan.Workflow.Cases;
using Xunit;

namespace Qingdan.Tests.Unit.Workflow;

public sealed class FlowDocsTests
{
    // The picture in docs/CASES.md is drawn from the table: GitHub shows it as a diagram.
    [Fact]
    public void The_diagram_in_the_docs_is_that_of_the_table()
    {
        var drawn = string.Join('\n', CaseFlow.Table.Where(m => m.Act != CaseAct.Withdraw).GroupBy(m => (m.From, m.To))
            .Select(g => $"    {g.Key.From} --> {g.Key.To}: {string.Join(", ", g.Select(m => m.Act).Distinct())}").Prepend("stateDiagram-v2"));
        var written = File.ReadAllText(Checkout.Path("docs", "CASES.md")).ReplaceLineEndings("\n");
        if (!written.Contains(drawn, StringComparison.Ordinal)) File.WriteAllText(Checkout.Path("artifacts", "cases-diagram.txt"), drawn);
        Assert.True(written.Contains(drawn, StringComparison.Ordinal), "The table has changed: put artifacts/cases-diagram.txt into docs/CASES.md.");
    }
}
