using Qingdan.Catalog.Items.Prose;
using Qingdan.Platform.Identity;
using Qingdan.Records.Contracts;

namespace Qingdan.Catalog.Todos;

/// <summary>Resources of this person's unit that have no 数据项 though their summary names some: one line for all.</summary>
internal sealed class ProposedTodos(FindProposed find) : ITodoSource
{
    public string Kind => "数据项";

    public async Task<IReadOnlyList<Todo>> For(Actor actor, int most, CancellationToken cancel)
    {
        if (most < 1 || !actor.Is(ProposedEndpoints.Keepers)) return [];
        var (count, since, more) = await find.Count(actor, cancel);
        return count == 0 ? [] : [new Todo("没有数据项的目录", "", "待补数据项", more ? "至少 {0} 个目录可以从摘要补数据项" : "{0} 个目录可以从摘要补数据项", "去确认", "/catalog/proposed-items", 0, since, count)];
    }
}
