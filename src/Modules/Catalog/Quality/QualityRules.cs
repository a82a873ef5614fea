using System.Security.Cryptography;
using System.Text;
using Qingdan.Catalog.Quality.Rules;
using Qingdan.Catalog.Resources;
using Qingdan.Records.Contracts.Findings;

namespace Qingdan.Catalog.Quality;

/// <summary>
/// All rules of quality (编目常见问题 and the rules R01 to R04, R18, R20). Their points add up to 100: a resource that breaks all of them is worth nothing.
/// What needs the lists (R03, R05) the lists find; what needs a mounted interface (R21) can only be found once there is one.
/// </summary>
internal sealed class QualityRules(DeclaredElements declared)
{
    /// <summary>The name under which these findings are kept.</summary>
    public const string Source = "catalog";

    /// <summary>The rules.</summary>
    public IReadOnlyList<QualityRule> All { get; } =
    [
        new ContentMissing(), new ItemsMissing(), new ConsentMissing(), new ShareUndetermined(), new ConditionMissing(), new ReasonMissing(), new SystemMissing(), new SystemUnregistered(), new NamedLikeSystem(), new SameName(),
        new SummaryEmptyOfMeaning(), new CodeMisshapen(), new FormatClassWrong(), new WayUnfitForFormat(), new ElementWrong(declared), new DataTypeUnknown(), new OpenConditionMissing(), new ItemTwice(), new PlaceholderText(), new NotRenewed(), new CollectedElsewhere(),
    ];

    /// <summary>Their kinds.</summary>
    public FindingKindSet Kinds => new(Source, [.. All.Select(r => r.Kind)]);

    /// <summary>What the rules are: a change of a sentence, of points or of the declared elements makes another digest.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', All.Select(r => $"{r.Kind}").Concat(declared.Untyped.Select(e => $"{e.Key} {e.Shape} {e.MaxLength} {e.Domain} {string.Join('|', e.Values)} {e.Matches} {e.Before}"))))));

    /// <summary>What is wrong with a resource.</summary>
    public IEnumerable<NewFinding> Look(CheckedResource resource)
    {
        foreach (var rule in All)
            if (rule.Look(resource).Take(MostCells).ToList() is { Count: > 0 } cells)
                yield return new NewFinding(rule.Kind, resource.ProviderId, resource.Id, resource.Content.Name, $"/catalog/{resource.Id}") { Form = $"/catalog/{resource.Id}/edit", Cells = cells, Args = rule.Args(cells) };
    }

    // More are not read, and each is a link.
    private const int MostCells = 20;
}
