"""`segmenter completion`: the script that teaches a shell to complete the command."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script that completes commands, options and files in a shell.

    \b
    Examples:
      segmenter completion bash >> ~/.bashrc
      segmenter completion zsh >> ~/.zshrc
      segmenter completion fish > ~/.config/fish/completions/segmenter.fish
    """
    script = get_completion_class(shell)
    assert script is not None
    click.echo(script(context.find_root().command, {}, "segmenter", "_SEGMENTER_COMPLETE").source())
