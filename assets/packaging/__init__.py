"""What makes the installers: stages, their tools and their templates; never shipped itself."""
