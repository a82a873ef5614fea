using Qingdan.Catalog.Search.Saved;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts;

namespace Qingdan.Catalog.Todos;

/// <summary>Saved searches of this person that have new hits.</summary>
internal sealed class SearchTodos(ListSearches searches) : ITodoSource
{
    public string Kind => "保存的检索";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel) =>
        [.. (await searches.Run(actor, cancel)).Where(s => s.New > 0).OrderBy(s => s.LookedAt).Take(most)
            .Select(s => new Todo("检索“{0}”", "", "有新结果", "看 {1} 个新增或更新的目录", "去看", "/catalog/searches", 0, s.LookedAt, s.Name, s.New))];
}
