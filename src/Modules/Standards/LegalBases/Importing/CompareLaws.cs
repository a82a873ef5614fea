using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.Standards.LegalBases.Importing;

/// <summary>An import with what its file would change now.</summary>
internal sealed record ComparedLaws(LawImport Import, IReadOnlyList<ReadLaw> Read, LawChanges Changes)
{
    /// <summary>Tells two differences apart: what is taken over is what was seen.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Changes, JsonText.Readable)));
}

/// <summary>Compares the file of an import with the register as it is now.</summary>
internal sealed class CompareLaws(Store store, FileStore files, IdSource ids, TimeProvider clock)
{
    public async Task<Result<ComparedLaws>> Run(long id, CancellationToken cancel)
    {
        var import = await store.Set<LawImport>().SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (import is null) return LawFaults.NotFound;
        await using var file = await files.Open(import.FileId, cancel);
        var read = ReadLawFile.Run(file, import.FileName);
        if (!read.TryGet(out var laws)) return read.As<ComparedLaws>();
        await LegalBasisSeed.AddMissing(store, ids, cancel);
        var stored = await store.Set<LegalBasis>().AsNoTracking().OrderBy(b => b.Id).ToListAsync(cancel);
        var clauses = (await store.Set<LegalBasisClause>().AsNoTracking().ToListAsync(cancel)).ToLookup(c => c.BasisId);
        return new ComparedLaws(import, laws, LawDifference.Between(stored, clauses, laws, clock.Today()));
    }
}
