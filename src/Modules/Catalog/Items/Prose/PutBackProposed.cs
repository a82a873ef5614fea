using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Contracts;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Search;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;
using Qingdan.Platform.Ids;
using Qingdan.Platform.Web;

namespace Qingdan.Catalog.Items.Prose;

/// <summary>Undoing a confirmation: a draft loses the 数据项 again, a change that consisted of them goes.</summary>
internal sealed class PutBackProposed(Store store, IdSource ids, TimeProvider clock, SearchWriter search)
{
    /// <summary>Puts one resource back that nobody wrote since.</summary>
    public async Task Run(Resource row, ResourceState was, CancellationToken cancel)
    {
        if (was == ResourceState.Draft) await Bare(row, cancel);
        else
        {
            var draft = await store.Set<ResourceDraft>().SingleAsync(d => d.ResourceId == row.Id, cancel);
            if (was == ResourceState.Published) store.Remove(draft);
            else draft.Content = JsonSerializer.Serialize(JsonSerializer.Deserialize<ResourceContent>(draft.Content, JsonText.Readable)! with { Items = [] }, JsonText.Readable);
        }
        row.State = was;
        row.Touch(ids, clock);
    }

    private async Task Bare(Resource row, CancellationToken cancel)
    {
        var content = row.Content([]);
        await store.Apply(row, content, ids, cancel);
        await search.Write(row, content, cancel);
    }
}
