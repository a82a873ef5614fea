using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Workflow.Cases;

namespace Qingdan.Workflow.Letters;

/// <summary>Keeps the final file of a letter of a case, by the party that sends it. An answer is final once its head has signed it (政务数据共享条例 20).</summary>
internal sealed class KeepLetter(Store store, ComposeLetter compose, LetterBook book, IOrganizationDirectory organizations)
{
    private static readonly Fault Unsigned = new("workflow.letter.unsigned", "答复还没有由单位负责人签署，签署之后才能归档定稿。", "kind", FaultKind.Conflict);

    /// <summary>Keeps one; <paramref name="content"/> can be read twice.</summary>
    public async Task<Result<Done>> Run(long id, LetterKind kind, string number, string fileName, Stream content, Actor actor, CancellationToken cancel)
    {
        var units = await organizations.Tree(cancel);
        var row = await CaseAccess.Visible(store.Set<Case>(), actor, units).SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (row is null) return CaseFaults.NotFound;
        if (!CaseAccess.Is(kind == LetterKind.Application ? Party.Requester : Party.Provider, row, actor, units)) return CaseFaults.NotYours;
        if (IsDraft(row, kind)) return Unsigned;
        if (!(await compose.Run(id, kind, actor, cancel)).TryGet(out var letter)) return new Fault("workflow.letter.not-yet", "办到这一步还没有这份文书。", "kind", FaultKind.Conflict);
        return await book.Keep(letter, new(kind, id, 0, WorkflowAudit.Of(row)), number, fileName, content, actor, cancel);
    }

    /// <summary>True for a letter of an answer that waits for the head: it can be fetched, not kept.</summary>
    public static bool IsDraft(Case row, LetterKind kind) => row.State == CaseState.ToSign && kind is (LetterKind.Reply or LetterKind.Refusal);
}
