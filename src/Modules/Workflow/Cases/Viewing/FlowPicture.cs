using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Cases.Viewing;

/// <summary>The table of moves as a picture: each state as far to the right as the way to it is long. What leads back and a withdrawal stand in the table only.</summary>
internal static class FlowPicture
{
    private static readonly IReadOnlyList<CaseMove> Forward = [.. CaseFlow.Table.Where(m => m.From < m.To && m.Act != CaseAct.Withdraw)];

    /// <summary>The states, column by column.</summary>
    public static IReadOnlyList<LayerColumn> Columns(Translator t)
    {
        var places = Places();
        return [.. places.GroupBy(p => p.Value).OrderBy(g => g.Key).Select(g => new LayerColumn("", [.. g.Select(p => Node(p.Key, t))]))];
    }

    /// <summary>The moves that lead on.</summary>
    public static IReadOnlyList<LayerEdge> Edges { get; } = [.. Forward.Select(m => new LayerEdge($"{m.From}", $"{m.To}")).Distinct()];

    // States are declared in the order of the way: what comes before has its place already.
    private static Dictionary<CaseState, int> Places()
    {
        var places = new Dictionary<CaseState, int>();
        foreach (var state in Enum.GetValues<CaseState>().Where(s => s != CaseState.Withdrawn))
            places[state] = Forward.Where(m => m.To == state).Select(m => places[m.From] + 1).DefaultIfEmpty(0).Max();
        return places;
    }

    private static LayerNode Node(CaseState state, Translator t)
    {
        var kind = CaseFlow.Turn(state) switch
        {
            Party.Requester => new LayerKind(t[Party.Requester.Text()], LayerShape.Pill, Tone.Info),
            Party.Provider => new LayerKind(t[Party.Provider.Text()], LayerShape.Box, Tone.Ok),
            Party.Centre => new LayerKind(t[Party.Centre.Text()], LayerShape.Hexagon, Tone.Warn),
            Party.Authority => new LayerKind(t[Party.Authority.Text()], LayerShape.Roof, Tone.Bad),
            Party.District => new LayerKind(t[Party.District.Text()], LayerShape.Tag, Tone.Warn),
            _ => new LayerKind(t["已结束"], LayerShape.Sheet, Tone.Idle),
        };
        return new LayerNode($"{state}", kind, $"{kind.Word} · {t[state.Text()]}", t[state.Text()], $"/workflow/cases?tab={state}") { Sub = kind.Word };
    }
}
