"""A script that is nowhere, which only the whole project can show."""
from projen import Project
from projen_tag_build import Platform, TagBuild

project = Project(name="app")
TagBuild(project, "app", platforms=[Platform.linux_x64(script="package", artifacts=["out/*"])])
project.synth()
