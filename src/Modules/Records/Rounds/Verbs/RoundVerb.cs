using System.CommandLine;
using Qingdan.Platform.CommandLine;

namespace Qingdan.Records.Rounds.Verbs;

/// <summary><c>round list|board|template|return|merge</c>: what the pages of a collection round do with files.</summary>
internal sealed class RoundVerb : IVerb
{
    public Command Build(VerbHost host) => new("round", "集中梳理：看板、模板、收工作簿、合成总表 / collection rounds: board, workbooks out and in, the merged one")
    {
        RoundLooks.List(host), RoundLooks.Board(host), new RoundTemplates().Build(host), new RoundReturns().Build(host), RoundMerge.Build(host),
    };

    /// <summary>Which round.</summary>
    public static Option<long> Round() => new("--round") { Description = "集中梳理的编号，见 round list / id of the round, see round list", Required = true };
}
